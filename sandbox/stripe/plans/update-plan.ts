import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { changePrice } from "../prices/change-price.ts";
import { toPlan } from "../prices/to-plan.ts";
import { Bool, Metadata, mergeMetadata, Text, unsettable } from "../wire/parameters.ts";
import { getPlanPrice } from "./get-plan-price.ts";

const Params = z.strictObject({
  active: Bool.optional(),
  metadata: Metadata.optional(),
  nickname: unsettable(Text).optional(),
});

export const updatePlan = endpoint("POST", "/v1/plans/:plan", Params, (ctx, params, ids) => {
  const before = getPlanPrice(ctx, ids.plan);
  const price = changePrice(ctx, before.id, {
    active: params.active ?? before.active,
    metadata: mergeMetadata(before.metadata, params.metadata),
    nickname: params.nickname === undefined ? before.nickname : params.nickname,
  });
  return toPlan(price);
});
