import type Stripe from "stripe";
import type { ReceivedEvent } from "#directory/billing/claim-event.ts";
import { toMs } from "../sync/to-subscription-state.ts";

/** What is kept of an event: which object it is about, and whose that is. */
export function toReceivedEvent({ id, type, api_version, created, data }: Stripe.Event): ReceivedEvent {
  return {
    id,
    type,
    apiVersion: api_version,
    objectId: getText(data.object, "id"),
    customerId: findCustomerId(data.object),
    createdAt: toMs(created),
  };
}

function findCustomerId(object: object): string | null {
  if (getText(object, "object") === "customer") return getText(object, "id");
  const customer: unknown = Reflect.get(object, "customer");
  return typeof customer === "object" && customer !== null
    ? getText(customer, "id")
    : getText(object, "customer");
}

function getText(object: object, key: string): string | null {
  const value: unknown = Reflect.get(object, key);
  return typeof value === "string" ? value : null;
}
