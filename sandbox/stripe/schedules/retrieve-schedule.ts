import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";

export const retrieveSchedule = endpoint(
  "GET",
  "/v1/subscription_schedules/:schedule",
  z.strictObject({}),
  ({ db }, _, ids) => db.schedules.get(ids.schedule),
);
