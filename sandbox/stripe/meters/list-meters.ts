import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { toList } from "../wire/list.ts";
import { listFields } from "../wire/parameters.ts";

const Params = z.strictObject({ ...listFields, status: z.enum(["active", "inactive"]).optional() });

export const listMeters = endpoint("GET", "/v1/billing/meters", Params, ({ db }, params) => {
  const meters = db.meters.where(({ status }) => (params.status ?? status) === status);
  return toList("/v1/billing/meters", meters, params, db.meters);
});
