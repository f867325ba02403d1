import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { invalidRequest } from "../core/errors.ts";

const Params = z.strictObject({});

export const deactivateMeter = endpoint(
  "POST",
  "/v1/billing/meters/:meter/deactivate",
  Params,
  (ctx, _, ids) => {
    if (ctx.db.meters.get(ids.meter).status === "inactive")
      throw invalidRequest("This meter is already inactive.");
    const at = ctx.now();
    const meter = ctx.db.meters.change(ids.meter, {
      status: "inactive",
      status_transitions: { deactivated_at: at },
      updated: at,
    });
    ctx.emit("billing.meter.deactivated", meter);
    return meter;
  },
);
