import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { markUncollectible } from "./mark-uncollectible.ts";

export const markUncollectibleEndpoint = endpoint(
  "POST",
  "/v1/invoices/:invoice/mark_uncollectible",
  z.strictObject({}),
  (ctx, _, { invoice }) => markUncollectible(ctx, invoice),
);
