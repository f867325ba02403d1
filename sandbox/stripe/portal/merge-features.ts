import type { Context } from "../core/context.ts";
import { invalidRequest } from "../core/errors.ts";
import type { PortalConfiguration } from "../core/objects.ts";
import type { Features, Product } from "./configuration-params.ts";

type Kept = PortalConfiguration["features"];

/** The features as the given ones change them; what is not given stays as it is. */
export function mergeFeatures(ctx: Context, former: Kept, given: Features = {}): Kept {
  const { customer_update, invoice_history, payment_method_update } = given;
  return {
    customer_update: {
      allowed_updates: listOf(customer_update?.allowed_updates, former.customer_update.allowed_updates),
      enabled: customer_update?.enabled ?? former.customer_update.enabled,
    },
    invoice_history: invoice_history ?? former.invoice_history,
    payment_method_update: {
      ...former.payment_method_update,
      ...payment_method_update,
    },
    subscription_cancel: mergeCancel(former.subscription_cancel, given.subscription_cancel),
    subscription_pause: mergePause(former.subscription_pause, given.subscription_pause),
    subscription_update: mergeUpdate(ctx, former.subscription_update, given.subscription_update),
  };
}

/** An empty string empties the list. */
const listOf = <Item>(given: Item[] | null | undefined, former: Item[]): Item[] =>
  given === undefined ? former : (given ?? []);

function mergeCancel(
  former: Kept["subscription_cancel"],
  { cancellation_reason, ...given }: NonNullable<Features["subscription_cancel"]> = {},
): Kept["subscription_cancel"] {
  const { options } = former.cancellation_reason;
  const merged = {
    ...former,
    ...given,
    cancellation_reason: {
      ...former.cancellation_reason,
      enabled: cancellation_reason?.enabled ?? former.cancellation_reason.enabled,
      options: listOf(cancellation_reason?.options, options),
    },
  };
  if (merged.mode === "at_period_end" && merged.proration_behavior !== "none")
    throw invalidRequest("A `proration_behavior` other than `none` needs `mode=immediately`.", {
      param: "features[subscription_cancel][proration_behavior]",
    });
  return merged;
}

function mergePause(
  former: Kept["subscription_pause"],
  { duration, enabled }: NonNullable<Features["subscription_pause"]> = {},
): Kept["subscription_pause"] {
  return {
    duration: {
      interval_options: listOf(duration?.interval_options, former.duration.interval_options),
      type: duration?.type ?? former.duration.type,
    },
    enabled: enabled ?? former.enabled,
  };
}

function mergeUpdate(
  ctx: Context,
  former: Kept["subscription_update"],
  { products, ...given }: NonNullable<Features["subscription_update"]> = {},
): Kept["subscription_update"] {
  return {
    ...former,
    ...given,
    default_allowed_updates: listOf(given.default_allowed_updates, former.default_allowed_updates),
    products:
      products === undefined ? former.products : (products ?? []).map((product) => toProduct(ctx, product)),
    schedule_at_period_end: {
      conditions: listOf(given.schedule_at_period_end?.conditions, former.schedule_at_period_end.conditions),
    },
  };
}

function toProduct({ db }: Context, { adjustable_quantity, prices, product }: Product) {
  db.products.get(product, "features[subscription_update][products]");
  for (const id of prices) {
    const price = db.prices.get(id, "features[subscription_update][products]");
    if (price.product !== product)
      throw invalidRequest(`The price ${id} does not belong to the product ${product}.`, {
        param: "features[subscription_update][products]",
      });
  }
  return {
    adjustable_quantity: {
      enabled: adjustable_quantity?.enabled ?? false,
      maximum: adjustable_quantity?.maximum ?? null,
      minimum: adjustable_quantity?.minimum ?? 1,
    },
    prices,
    product,
  };
}
