/** What an organization can hear of at an address of its own. */
export const eventTypes = [
  "usage.threshold",
  "connection.invalid",
  "subscription.updated",
  "payment.failed",
  "payment.recovered",
] as const;
/** The others nobody subscribes to: a test is sent when somebody asks for it, and of a dead webhook people hear by mail. */
export type EventType = (typeof eventTypes)[number] | "webhook.test" | "webhook.disabled";
