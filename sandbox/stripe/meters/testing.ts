import { stripeClient } from "../testing.ts";

const stripe = stripeClient();

/** The beginning of a UTC day, where the clock of each metered customer stands. */
export const start = Date.UTC(2026, 2, 2) / 1000;

/** A meter of its own, and a customer whose clock stands at `start`. */
export async function newMetered(formula: "sum" | "count" | "last" = "sum") {
  const event_name = `calls_${crypto.randomUUID()}`;
  const meter = await stripe.billing.meters.create({
    display_name: "Calls",
    event_name,
    default_aggregation: { formula },
  });
  const clock = await stripe.testHelpers.testClocks.create({ frozen_time: start });
  const customer = (await stripe.customers.create({ test_clock: clock.id })).id;
  const report = (value: string, more: { identifier?: string; timestamp?: number } = {}) =>
    stripe.billing.meterEvents.create({
      event_name,
      payload: { stripe_customer_id: customer, value },
      ...more,
    });
  const advance = (seconds: number) =>
    stripe.testHelpers.testClocks.advance(clock.id, { frozen_time: start + seconds });
  const summaries = async (more: { value_grouping_window?: "day" | "hour" } = {}) => {
    const period = { start_time: start - 86_400, end_time: start + 86_400 };
    const list = await stripe.billing.meters.listEventSummaries(meter.id, { customer, ...period, ...more });
    return list.data;
  };
  const usage = async () => (await summaries())[0]?.aggregated_value;
  return { meter, event_name, customer, report, advance, summaries, usage };
}
