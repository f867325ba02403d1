import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { invalidRequest } from "../core/errors.ts";
import { findActiveMeter } from "./find-active-meter.ts";

const Params = z.strictObject({});

export const reactivateMeter = endpoint(
  "POST",
  "/v1/billing/meters/:meter/reactivate",
  Params,
  (ctx, _, ids) => {
    const { status, event_name } = ctx.db.meters.get(ids.meter);
    if (status === "active") throw invalidRequest("This meter is already active.");
    const taken = findActiveMeter(ctx, event_name);
    if (taken)
      throw invalidRequest(`There is already an active meter for event name "${event_name}": ${taken.id}.`);
    const meter = ctx.db.meters.change(ids.meter, {
      status: "active",
      status_transitions: { deactivated_at: null },
      updated: ctx.now(),
    });
    ctx.emit("billing.meter.reactivated", meter);
    return meter;
  },
);
