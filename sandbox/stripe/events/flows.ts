export interface Flow {
  name: string;
  /** It is this flow if a transaction tells all of these. */
  when: string[];
  order: string[];
  /** Seconds after the rest. */
  late?: Record<string, number>;
}

const charged = ["charge.succeeded", "payment_intent.succeeded", "payment_intent.created"];
const refused = ["charge.failed", "payment_intent.payment_failed", "payment_intent.created"];
const invoicePaid = ["invoice.paid", "invoice.payment_succeeded"];
const invoiceMade = ["invoice.created", "invoice.finalized"];
const statusChanged = [
  "customer.subscription.updated",
  "customer.subscription.deleted",
  "customer.subscription.paused",
];

const subscribed = [
  "customer.created",
  "charge.succeeded",
  "charge.failed",
  "payment_method.attached",
  "checkout.session.completed",
  "customer.updated",
  "customer.subscription.created",
  "payment_intent.succeeded",
  "payment_intent.payment_failed",
  "payment_intent.requires_action",
  "payment_intent.processing",
  ...invoiceMade,
];

/** The order in which Stripe was seen to tell things, whatever order they happen in. The first flow that fits counts. */
export const flows: Flow[] = [
  {
    name: "a checkout is completed, or a subscription made with a card on file",
    when: ["customer.subscription.created", "charge.succeeded"],
    order: [
      ...subscribed.filter((type) => type !== "invoice.created" && type !== "invoice.finalized"),
      "payment_intent.created",
      ...invoiceMade,
      ...invoicePaid,
      "customer.subscription.updated",
    ],
  },
  {
    name: "a subscription is made that is on trial or waits for a payment",
    when: ["customer.subscription.created"],
    order: [
      ...subscribed,
      "payment_intent.created",
      "invoice.payment_action_required",
      "invoice.payment_failed",
      ...invoicePaid,
      "customer.subscription.trial_will_end",
    ],
  },
  {
    name: "a change of a subscription is invoiced at once",
    when: ["customer.subscription.updated", "invoice.created", "invoice.finalized"],
    order: [
      "customer.updated",
      ...charged,
      ...refused,
      "payment_intent.requires_action",
      ...invoiceMade,
      ...invoicePaid,
      "invoice.payment_action_required",
      "invoice.payment_failed",
      "invoice.updated",
      ...statusChanged,
    ],
    late: { "invoiceitem.created": 2 },
  },
  {
    name: "a period ends",
    when: ["customer.subscription.updated", "invoice.created"],
    order: ["invoiceitem.created", "customer.subscription.updated", "invoice.created"],
  },
  {
    name: "a payment needs the customer",
    when: ["payment_intent.requires_action"],
    order: [
      "invoice.updated",
      "invoice.finalized",
      "payment_intent.requires_action",
      "payment_intent.created",
      "invoice.payment_action_required",
      "invoice.payment_failed",
      "invoice.updated",
      ...statusChanged,
      "customer.updated",
    ],
  },
  {
    name: "an invoice is not paid",
    when: ["invoice.payment_failed"],
    order: [
      "invoice.finalized",
      ...refused,
      "invoice.payment_failed",
      "invoice.updated",
      ...statusChanged,
      "customer.updated",
    ],
  },
  {
    name: "a renewal is finalized and paid",
    when: ["invoice.finalized", "invoice.paid"],
    order: [
      "invoice.updated",
      "invoice.finalized",
      ...charged,
      "invoice.updated",
      ...invoicePaid,
      ...statusChanged,
    ],
  },
  {
    name: "an open invoice is paid",
    when: ["invoice.paid"],
    order: [
      "payment_method.attached",
      "checkout.session.completed",
      "checkout.session.async_payment_succeeded",
      "customer.updated",
      ...charged,
      "invoice.updated",
      ...invoicePaid,
      "customer.subscription.updated",
    ],
  },
  {
    name: "a quantity changes and is billed later",
    when: ["invoiceitem.created", "customer.subscription.updated"],
    order: ["invoiceitem.created", "customer.subscription.updated"],
  },
  {
    name: "a subscription is paused or goes on",
    when: ["customer.subscription.updated"],
    order: [
      "subscription_schedule.updated",
      "customer.subscription.updated",
      "customer.subscription.paused",
      "customer.subscription.resumed",
      "customer.subscription.trial_will_end",
    ],
  },
  {
    name: "a portal is opened",
    when: ["billing_portal.session.created"],
    order: ["billing_portal.configuration.created", "billing_portal.session.created"],
  },
];

/** Told seconds after the rest in every flow. */
export const alwaysLate: Record<string, number> = { "invoice_payment.paid": 5 };
