import type { Subscription } from "../core/objects.ts";

export const hasEnded = ({ status }: Subscription) =>
  status === "canceled" || status === "incomplete_expired";

/** The earliest end of what its items are paid for: what the API means by the end of the current period. */
export const minPeriodEnd = ({ items }: Subscription) =>
  Math.min(...items.data.map(({ current_period_end }) => current_period_end));

export const maxPeriodEnd = ({ items }: Subscription) =>
  Math.max(...items.data.map(({ current_period_end }) => current_period_end));

export const withItems = (subscription: Subscription, data: Subscription["items"]["data"]): Subscription => ({
  ...subscription,
  items: { ...subscription.items, data },
});
