import type { PortalSession } from "../core/objects.ts";

/** The page on which a deep link opens. */
export function toFlowPath(home: string, flow: NonNullable<PortalSession["flow"]>): string {
  const { subscription_cancel, subscription_pause, subscription_update, subscription_update_confirm } = flow;
  if (subscription_cancel) return `${home}/subscriptions/${subscription_cancel.subscription}/cancel`;
  if (subscription_pause) return `${home}/subscriptions/${subscription_pause.subscription}/pause`;
  if (subscription_update) return `${home}/subscriptions/${subscription_update.subscription}/update`;
  if (subscription_update_confirm) {
    const { items, subscription } = subscription_update_confirm;
    const [{ price, quantity } = { price: null, quantity: undefined }] = items;
    const wanted = new URLSearchParams({ price: price ?? "", quantity: String(quantity ?? 1) });
    return `${home}/subscriptions/${subscription}/confirm?${wanted}`;
  }
  return flow.type === "customer_update" ? `${home}/details` : `${home}/payment-method`;
}
