import type Stripe from "stripe";

export async function callWebhookEndpoints(stripe: Stripe): Promise<void> {
  const endpoint = await stripe.webhookEndpoints.create({
    url: "https://example.com/hook",
    enabled_events: ["invoice.paid", "customer.subscription.updated"],
    api_version: "2026-10-28.endive",
  });
  await stripe.webhookEndpoints.retrieve(endpoint.id);
  await stripe.webhookEndpoints.update(endpoint.id, { disabled: true });
  await stripe.webhookEndpoints.list();
  await stripe.webhookEndpoints.del(endpoint.id);
}

/** Each event's object is looked into as well, so this goes through all that the calls before it caused. */
export async function callEvents(stripe: Stripe): Promise<Set<string>> {
  const types = new Set<string>();
  for await (const { type } of stripe.events.list({ limit: 100 })) types.add(type);
  const [latest] = (await stripe.events.list({ limit: 1 })).data;
  if (latest) await stripe.events.retrieve(latest.id);
  return types;
}

export async function callTestClocks(stripe: Stripe): Promise<void> {
  const frozen_time = 1_767_225_600;
  const clock = await stripe.testHelpers.testClocks.create({ frozen_time, name: "Contract" });
  await stripe.testHelpers.testClocks.retrieve(clock.id);
  await stripe.testHelpers.testClocks.list();
  await stripe.testHelpers.testClocks.advance(clock.id, { frozen_time: frozen_time + 86_400 });
  await stripe.testHelpers.testClocks.del(clock.id);
}
