import type Stripe from "stripe";
import type { Put } from "./set-up-stripe.ts";

/** The name that tool calls over the quota are reported under. */
export const METER_EVENT = "latchkey_tool_calls_over_quota";

export async function putMeter(stripe: Stripe): Promise<Put> {
  const what = `meter ${METER_EVENT}`;
  for await (const meter of stripe.billing.meters.list({ status: "active", limit: 100 })) {
    if (meter.event_name === METER_EVENT) return { what, id: meter.id, outcome: "kept" };
  }
  const { id } = await stripe.billing.meters.create({
    display_name: "Latchkey tool calls over the quota",
    event_name: METER_EVENT,
    default_aggregation: { formula: "sum" },
  });
  return { what, id, outcome: "made" };
}
