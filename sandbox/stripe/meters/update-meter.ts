import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { Text } from "../wire/parameters.ts";

const Params = z.strictObject({ display_name: Text.max(250).optional() });

export const updateMeter = endpoint("POST", "/v1/billing/meters/:meter", Params, (ctx, params, ids) => {
  const before = ctx.db.meters.get(ids.meter);
  const { display_name = before.display_name } = params;
  const meter = ctx.db.meters.change(ids.meter, { display_name, updated: ctx.now() });
  ctx.emit("billing.meter.updated", meter, { before });
  return meter;
});
