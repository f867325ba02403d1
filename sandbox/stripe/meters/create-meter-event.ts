import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { Text, Timestamp } from "../wire/parameters.ts";
import { takeMeterEvent } from "./take-meter-event.ts";

const Params = z.strictObject({
  event_name: Text.max(100),
  payload: z.record(z.string(), z.string()),
  identifier: Text.max(100).optional(),
  timestamp: Timestamp.optional(),
});

export const createMeterEvent = endpoint("POST", "/v1/billing/meter_events", Params, (ctx, params) =>
  takeMeterEvent(ctx, params),
);
