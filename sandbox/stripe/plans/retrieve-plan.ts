import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { toPlan } from "../prices/to-plan.ts";
import { getPlanPrice } from "./get-plan-price.ts";

export const retrievePlan = endpoint("GET", "/v1/plans/:plan", z.strictObject({}), (ctx, _, ids) =>
  toPlan(getPlanPrice(ctx, ids.plan)),
);
