import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";

export const retrieveSession = endpoint(
  "GET",
  "/v1/checkout/sessions/:session",
  z.strictObject({}),
  ({ db }, _, { session }) => db.checkoutSessions.get(session),
);
