import { expect, test } from "vitest";
import { stripeClient } from "../testing.ts";
import { newMetered } from "./testing.ts";

const stripe = stripeClient();
const newMeter = (event_name: string) =>
  stripe.billing.meters.create({
    display_name: "Calls",
    event_name,
    default_aggregation: { formula: "sum" },
  });

test("a meter maps payloads to customers and values unless it is told otherwise", async () => {
  const { meter } = await newMetered();
  expect(meter).toMatchObject({
    object: "billing.meter",
    status: "active",
    customer_mapping: { type: "by_id", event_payload_key: "stripe_customer_id" },
    value_settings: { event_payload_key: "value" },
  });
  expect(meter.id).toMatch(/^mtr_test_/);
  const display_name = "Tool calls";
  expect(await stripe.billing.meters.update(meter.id, { display_name })).toMatchObject({ display_name });
  expect(await stripe.billing.meters.retrieve(meter.id)).toMatchObject({ display_name });
});

test("an event name belongs to one active meter at a time", async () => {
  const { meter, event_name, report } = await newMetered();
  await expect(newMeter(event_name)).rejects.toMatchObject({ statusCode: 400, param: "event_name" });
  expect(await stripe.billing.meters.deactivate(meter.id)).toMatchObject({ status: "inactive" });
  await expect(report("1")).rejects.toMatchObject({ param: "event_name" });
  const successor = await newMeter(event_name);
  await expect(stripe.billing.meters.reactivate(meter.id)).rejects.toMatchObject({ statusCode: 400 });
  await stripe.billing.meters.deactivate(successor.id);
  expect(await stripe.billing.meters.reactivate(meter.id)).toMatchObject({
    status: "active",
    status_transitions: { deactivated_at: null },
  });
  const { data } = await stripe.billing.meters.list({ status: "inactive", limit: 100 });
  expect(data.map(({ id }) => id)).toContain(successor.id);
});
