import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { toCardSource } from "./card-source.ts";
import { getSource } from "./get-source.ts";

export const retrieveSource = endpoint(
  "GET",
  "/v1/customers/:customer/sources/:source",
  z.strictObject({}),
  (ctx, _, ids) => toCardSource(getSource(ctx, ids)),
);
