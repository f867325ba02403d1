import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";

export const retrieveMeter = endpoint(
  "GET",
  "/v1/billing/meters/:meter",
  z.strictObject({}),
  ({ db }, _, ids) => db.meters.get(ids.meter),
);
