import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { invalidRequest } from "../core/errors.ts";
import { Text } from "../wire/parameters.ts";
import { requireActiveMeter } from "./find-active-meter.ts";

const Params = z.strictObject({
  event_name: Text.max(100),
  type: z.literal("cancel"),
  cancel: z.strictObject({ identifier: Text.max(100) }),
});

const cancelableSeconds = 86_400;

/** Takes an event back, on the day it came. */
export const createAdjustment = endpoint(
  "POST",
  "/v1/billing/meter_event_adjustments",
  Params,
  (ctx, { event_name, type, cancel }) => {
    const meter = requireActiveMeter(ctx, event_name);
    const event = ctx.db.meterEvents
      .by("identifier", cancel.identifier)
      .findLast((taken) => taken.meter === meter.id);
    if (!event)
      throw invalidRequest(`No meter event was found with identifier ${cancel.identifier}.`, {
        code: "resource_missing",
        param: "cancel[identifier]",
      });
    if (event.received < ctx.wall() - cancelableSeconds)
      throw invalidRequest("A meter event can only be canceled within 24 hours of its receipt.", {
        param: "cancel[identifier]",
      });
    ctx.db.meterEvents.change(event.id, { canceled: true });
    return {
      object: "billing.meter_event_adjustment",
      cancel,
      event_name,
      livemode: false,
      status: "pending",
      type,
    };
  },
);
