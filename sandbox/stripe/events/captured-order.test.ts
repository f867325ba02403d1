import { expect, test } from "vitest";
import { inCapturedOrder } from "./captured-order.ts";

/** What is told, and in brackets what comes later, of what happened in this order. */
function told(happened: string) {
  const happenings = happened.split(" ").map((type) => ({ type, object: {}, created: 0 }));
  const announced = inCapturedOrder(happenings).map(({ type, late }) => (late ? `(${type})` : type));
  return announced.map((type) => type.replace("customer.subscription", "subscription")).join(" ");
}

const subscription = (what: string) => `customer.subscription.${what}`;

test.for([
  {
    flow: "a checkout is completed: it is told before the subscription it made",
    happened: `payment_method.attached ${subscription("created")} invoice.created invoice.finalized payment_intent.created charge.succeeded payment_intent.succeeded invoice_payment.paid invoice.paid invoice.payment_succeeded customer.updated checkout.session.completed`,
    expected:
      "charge.succeeded payment_method.attached checkout.session.completed customer.updated subscription.created payment_intent.succeeded payment_intent.created invoice.created invoice.finalized invoice.paid invoice.payment_succeeded (invoice_payment.paid)",
  },
  {
    flow: "a subscription is made with a card on file",
    happened: `customer.updated ${subscription("created")} invoice.created invoice.finalized payment_intent.created payment_intent.succeeded charge.succeeded invoice.payment_succeeded invoice.paid`,
    expected:
      "charge.succeeded customer.updated subscription.created payment_intent.succeeded payment_intent.created invoice.created invoice.finalized invoice.paid invoice.payment_succeeded",
  },
  {
    flow: "a subscription waits for its first payment",
    happened: `payment_intent.created invoice.created invoice.finalized ${subscription("created")}`,
    expected: "subscription.created invoice.created invoice.finalized payment_intent.created",
  },
  {
    flow: "the first payment is made",
    happened: `${subscription("updated")} payment_intent.succeeded charge.succeeded invoice.payment_succeeded invoice.paid invoice.updated`,
    expected:
      "charge.succeeded payment_intent.succeeded invoice.updated invoice.paid invoice.payment_succeeded subscription.updated",
  },
  {
    flow: "a short trial starts",
    happened: `${subscription("trial_will_end")} invoice.created invoice.finalized invoice.paid invoice.payment_succeeded ${subscription("created")}`,
    expected:
      "subscription.created invoice.created invoice.finalized invoice.paid invoice.payment_succeeded subscription.trial_will_end",
  },
  {
    flow: "a period ends",
    happened: `invoice.created ${subscription("updated")}`,
    expected: "subscription.updated invoice.created",
  },
  {
    flow: "a renewal is paid",
    happened:
      "invoice.updated invoice.finalized payment_intent.created charge.succeeded payment_intent.succeeded invoice.paid invoice.payment_succeeded invoice.updated invoice_payment.paid",
    expected:
      "invoice.updated invoice.finalized charge.succeeded payment_intent.succeeded payment_intent.created invoice.updated invoice.paid invoice.payment_succeeded (invoice_payment.paid)",
  },
  {
    flow: "a renewal fails",
    happened: `customer.updated ${subscription("updated")} invoice.finalized payment_intent.payment_failed charge.failed invoice.updated invoice.payment_failed`,
    expected:
      "invoice.finalized charge.failed payment_intent.payment_failed invoice.payment_failed invoice.updated subscription.updated customer.updated",
  },
  {
    flow: "the last retry fails",
    happened: `${subscription("deleted")} charge.failed payment_intent.payment_failed invoice.updated invoice.payment_failed`,
    expected:
      "charge.failed payment_intent.payment_failed invoice.payment_failed invoice.updated subscription.deleted",
  },
  {
    flow: "another card is paid with",
    happened: `invoice.paid customer.updated payment_method.attached charge.succeeded payment_intent.succeeded invoice.updated invoice.payment_succeeded ${subscription("updated")}`,
    expected:
      "payment_method.attached customer.updated charge.succeeded payment_intent.succeeded invoice.updated invoice.paid invoice.payment_succeeded subscription.updated",
  },
  {
    flow: "the bank asks the customer",
    happened: `${subscription("updated")} invoice.payment_failed invoice.payment_action_required payment_intent.requires_action`,
    expected:
      "payment_intent.requires_action invoice.payment_action_required invoice.payment_failed subscription.updated",
  },
  {
    flow: "a quantity is billed later",
    happened: `${subscription("updated")} invoiceitem.created invoiceitem.created`,
    expected: "invoiceitem.created invoiceitem.created subscription.updated",
  },
  {
    flow: "an upgrade is invoiced at once",
    happened: `${subscription("updated")} invoiceitem.created invoiceitem.created invoice.created invoice.finalized invoice.paid invoice.payment_succeeded customer.updated`,
    expected:
      "customer.updated invoice.created invoice.finalized invoice.paid invoice.payment_succeeded subscription.updated (invoiceitem.created) (invoiceitem.created)",
  },
  {
    flow: "a subscription is paused",
    happened: `${subscription("paused")} ${subscription("updated")}`,
    expected: "subscription.updated subscription.paused",
  },
  {
    flow: "the first portal is opened",
    happened: "billing_portal.session.created billing_portal.configuration.created",
    expected: "billing_portal.configuration.created billing_portal.session.created",
  },
  {
    flow: "what no flow knows is told as it happened",
    happened: "product.created price.created product.updated",
    expected: "product.created price.created product.updated",
  },
])("$flow", ({ happened, expected }) => {
  expect(told(happened)).toBe(expected);
});
