import { afterAll, expect, test } from "vitest";
import { advance, control, resetSandbox } from "#sandbox/testing.ts";
import { deliver, listen, stripe, tell, useOwnAccount } from "./testing.ts";

useOwnAccount();
afterAll(resetSandbox);

const enabled_events = ["invoice.created" as const];

/** A draft that finalizes itself after an hour. */
async function draftInvoice(): Promise<string> {
  await control("/clock", { speed: 0 });
  const { id: customer } = await stripe.customers.create({});
  const { id } = await stripe.invoices.create({ customer, auto_advance: true });
  await deliver();
  return id;
}

const statusOf = async (invoice: string) => (await stripe.invoices.retrieve(invoice)).status;

test("an invoice is not finalized while an endpoint fails on it, and is once one has answered", async () => {
  const { endpoint } = await listen({ enabled_events }, 500, 500, 500, 200);
  const invoice = await draftInvoice();
  await advance("2h");
  expect(await statusOf(invoice)).toBe("draft");
  await advance("2h");
  await deliver();
  expect(await statusOf(invoice)).toBe("draft");
  const [event] = (await stripe.events.list({ type: "invoice.created", limit: 1 })).data;
  for (const _ of "12") await tell(`/events/${event?.id}/redeliver`, { endpoint: endpoint.id });
  await advance("1h");
  expect(await statusOf(invoice)).not.toBe("draft");
});

test("an invoice is finalized after three days although its endpoint has failed all the time", async () => {
  await listen({ enabled_events }, 500);
  const invoice = await draftInvoice();
  await advance("71h");
  expect(await statusOf(invoice)).toBe("draft");
  await advance("2h");
  expect(await statusOf(invoice)).not.toBe("draft");
});

test("an invoice that no endpoint is told of is finalized after an hour", async () => {
  await listen({ enabled_events: ["customer.created"] }, 500);
  const invoice = await draftInvoice();
  await advance("1h");
  expect(await statusOf(invoice)).not.toBe("draft");
});
