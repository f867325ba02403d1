import type { Context } from "../core/context.ts";
import { invalidRequest } from "../core/errors.ts";
import type { Price } from "../core/objects.ts";
import { requirePrice, toQuantity } from "../subscriptions/new-item.ts";
import { mergeMetadata } from "../wire/parameters.ts";
import type { Phase, PhaseItem } from "./phase.ts";
import { toPhaseEnd } from "./phase-end.ts";
import type { GivenPhase } from "./schedule-params.ts";
import { noSettings } from "./to-default-settings.ts";

interface Beginning {
  start: number;
  /** What the billing periods are counted from. */
  anchor: number;
  now: number;
}

/** The phases one after the other, each beginning where the one before it ends. */
export function toPhases(ctx: Context, given: GivenPhase[], { start, anchor, now }: Beginning): Phase[] {
  let begin = start;
  return given.map((phase, index) => {
    const at = `phases[${index}]`;
    assertBegins(phase, begin, { now, at });
    const made = toPhase(ctx, phase, { start: begin, anchor, now, at });
    begin = made.end_date;
    return made;
  });
}

function assertBegins({ start_date }: GivenPhase, begin: number, { now, at }: { now: number; at: string }) {
  if (start_date === undefined || (start_date === "now" ? now : start_date) === begin) return;
  throw invalidRequest("Each phase must start when the one before it ends.", { param: `${at}[start_date]` });
}

function toPhase(ctx: Context, given: GivenPhase, place: Beginning & { at: string }): Phase {
  const { start, now, at } = place;
  const prices = given.items.map(({ price, plan, price_data }, index) => {
    const named = { currency: given.currency ?? null, at: `${at}[items][${index}]` };
    return requirePrice(ctx, { price: price ?? plan, price_data }, named);
  });
  const currency = prices[0]?.currency ?? "usd";
  const end_date = toEnd(given, prices[0], place);
  const trial_end = given.trial ? end_date : given.trial_end === "now" ? now : (given.trial_end ?? null);
  if (trial_end !== null && (trial_end > end_date || trial_end < start))
    throw invalidRequest("`trial_end` must be within the phase.", { param: `${at}[trial_end]` });
  const days_until_due = given.invoice_settings?.days_until_due;
  return {
    add_invoice_items: (given.add_invoice_items ?? []).map((item) => ({
      discountable: item.discountable ?? null,
      discounts: [],
      metadata: mergeMetadata({}, item.metadata),
      period: { start: { type: "phase_start" }, end: { type: "phase_end" } },
      price: ctx.db.prices.get(item.price, `${at}[add_invoice_items]`).id,
      quantity: item.quantity ?? 1,
    })),
    application_fee_percent: null,
    billing_cycle_anchor: given.billing_cycle_anchor ?? null,
    billing_thresholds: null,
    collection_method: given.collection_method ?? null,
    currency,
    default_payment_method: given.default_payment_method ?? null,
    description: given.description ?? null,
    discounts: toDiscounts(given.discounts),
    end_date,
    invoice_settings:
      days_until_due === undefined ? null : { ...noSettings.invoice_settings, days_until_due },
    items: prices.map((price, index) => toItem(price, given.items[index], `${at}[items][${index}]`)),
    metadata: mergeMetadata({}, given.metadata),
    on_behalf_of: null,
    proration_behavior: given.proration_behavior ?? "create_prorations",
    start_date: start,
    transfer_data: null,
    trial_end,
  };
}

function toItem(price: Price, given: GivenPhase["items"][number] | undefined, at: string): PhaseItem {
  return {
    billing_thresholds: null,
    discounts: toDiscounts(given?.discounts),
    metadata: mergeMetadata({}, given?.metadata),
    plan: price.id,
    price: price.id,
    ...toQuantity(price, given?.quantity, at),
  };
}

const toDiscounts = (given: GivenPhase["discounts"]) =>
  (given ?? []).map(({ coupon = null, discount = null, promotion_code = null }) => ({
    coupon,
    discount,
    promotion_code,
  }));

/** One interval of the first price, if nothing is said. */
function toEnd(given: GivenPhase, price: Price | undefined, place: Beginning & { at: string }): number {
  const { start, anchor, now, at } = place;
  const { duration, end_date, iterations, billing_cycle_anchor } = given;
  if ([duration, end_date, iterations].filter((value) => value !== undefined).length > 1)
    throw invalidRequest("A phase may have only one of `duration`, `end_date` and `iterations`.", {
      param: at,
    });
  if (end_date !== undefined) {
    const end = end_date === "now" ? now : end_date;
    if (end > start) return end;
    throw invalidRequest("The end of a phase must come after its start.", { param: `${at}[end_date]` });
  }
  const { interval, interval_count } = price?.recurring ?? { interval: "month", interval_count: 1 };
  const length = duration ?? { interval, interval_count: interval_count * (iterations ?? 1) };
  return toPhaseEnd(start, length, billing_cycle_anchor === "phase_start" ? start : anchor);
}
