import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { invalidRequest } from "../core/errors.ts";
import { Text } from "../wire/parameters.ts";
import { findActiveMeter } from "./find-active-meter.ts";

const Params = z.strictObject({
  display_name: Text.max(250),
  event_name: Text.max(100),
  default_aggregation: z.strictObject({ formula: z.enum(["sum", "count", "last"]) }),
  customer_mapping: z
    .strictObject({ event_payload_key: Text.max(100), type: z.literal("by_id") })
    .default({ event_payload_key: "stripe_customer_id", type: "by_id" }),
  event_time_window: z.enum(["day", "hour"]).optional(),
  value_settings: z
    .strictObject({ event_payload_key: Text.max(100) })
    .default({ event_payload_key: "value" }),
});

export const createMeter = endpoint("POST", "/v1/billing/meters", Params, (ctx, params) => {
  const taken = findActiveMeter(ctx, params.event_name);
  if (taken)
    throw invalidRequest(
      `There is already an active meter for event name "${params.event_name}": ${taken.id}.`,
      { param: "event_name" },
    );
  const meter = ctx.db.meters.put({
    id: ctx.db.newId("mtr_test_"),
    object: "billing.meter",
    created: ctx.now(),
    customer_mapping: params.customer_mapping,
    default_aggregation: params.default_aggregation,
    display_name: params.display_name,
    event_name: params.event_name,
    event_time_window: params.event_time_window ?? null,
    livemode: false,
    status: "active",
    status_transitions: { deactivated_at: null },
    updated: ctx.now(),
    value_settings: params.value_settings,
  });
  ctx.emit("billing.meter.created", meter);
  return meter;
});
