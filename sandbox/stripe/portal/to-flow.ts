import type { Context } from "../core/context.ts";
import { invalidRequest, missingParam, noSuch } from "../core/errors.ts";
import type { PortalConfiguration, PortalSession } from "../core/objects.ts";
import type { FlowData } from "./flow-params.ts";

type Flow = NonNullable<PortalSession["flow"]>;

interface Owner {
  customer: string;
  configuration: PortalConfiguration;
}

/** The one thing that the session leads to, as far as the configuration allows it. */
export function toFlow(ctx: Context, data: FlowData, { customer, configuration }: Owner): Flow {
  assertEnabled(data.type, configuration);
  const { subscription_cancel, subscription_pause, subscription_update, subscription_update_confirm } = data;
  const given = { subscription_cancel, subscription_pause, subscription_update, subscription_update_confirm };
  for (const [type, target] of Object.entries(given)) {
    if (data.type === type && !target) throw missingParam(`flow_data[${type}]`);
    if (target) requireSubscription(ctx, target.subscription, customer, `flow_data[${type}][subscription]`);
  }
  return {
    after_completion: toAfterCompletion(data.after_completion),
    customer_update: data.type === "customer_update" ? {} : null,
    subscription_cancel: subscription_cancel
      ? { subscription: subscription_cancel.subscription, retention: subscription_cancel.retention ?? null }
      : null,
    subscription_pause: subscription_pause ?? null,
    subscription_update: subscription_update ?? null,
    subscription_update_confirm: subscription_update_confirm
      ? toUpdateConfirm(ctx, subscription_update_confirm)
      : null,
    type: data.type,
  };
}

function assertEnabled(type: FlowData["type"], { features }: PortalConfiguration): void {
  const feature = type === "subscription_update_confirm" ? "subscription_update" : type;
  if (!features[feature].enabled)
    throw invalidRequest(
      `This flow cannot be used because the feature \`${feature}\` is disabled in the portal configuration.`,
      { param: "flow_data[type]" },
    );
}

function requireSubscription({ db }: Context, id: string, customer: string, param: string): void {
  if (db.subscriptions.get(id, param).customer !== customer) throw noSuch("subscription", id, param);
}

function toAfterCompletion(given: FlowData["after_completion"]): Flow["after_completion"] {
  const { type = "portal_homepage", hosted_confirmation, redirect } = given ?? {};
  if (type === "redirect" && !redirect) throw missingParam("flow_data[after_completion][redirect]");
  return {
    hosted_confirmation:
      type === "hosted_confirmation" ? { custom_message: hosted_confirmation?.custom_message ?? null } : null,
    redirect: redirect ?? null,
    type,
  };
}

function toUpdateConfirm(
  { db }: Context,
  { discounts, items, subscription }: NonNullable<FlowData["subscription_update_confirm"]>,
): Flow["subscription_update_confirm"] {
  const owned = db.subscriptions.get(subscription).items.data;
  if (owned.length > 1)
    throw invalidRequest("Subscriptions with more than one item cannot be updated through the portal.", {
      param: "flow_data[subscription_update_confirm][subscription]",
    });
  return {
    discounts:
      discounts?.map(({ coupon = null, promotion_code = null }) => ({ coupon, promotion_code })) ?? null,
    items: items.map(({ id, price, quantity }) => {
      const item = owned.find((candidate) => candidate.id === id);
      if (!item)
        throw noSuch("subscription_item", id, "flow_data[subscription_update_confirm][items][0][id]");
      const chosen = price ?? item.price.id;
      db.prices.get(chosen, "flow_data[subscription_update_confirm][items][0][price]");
      return { id, price: chosen, quantity: quantity ?? item.quantity };
    }),
    subscription,
  };
}
