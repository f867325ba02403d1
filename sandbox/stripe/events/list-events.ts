import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { invalidRequest } from "../core/errors.ts";
import { toList } from "../wire/list.ts";
import { Bool, isWithin, listFields, RangeFilter, Text } from "../wire/parameters.ts";
import { isKept } from "./is-kept.ts";
import { isOfType } from "./is-of-type.ts";

const Params = z.strictObject({
  ...listFields,
  created: RangeFilter,
  delivery_success: Bool.optional(),
  type: Text.optional(),
  types: z.array(Text).max(20).optional(),
});

export const listEvents = endpoint("GET", "/v1/events", Params, (ctx, params) => {
  const { created, delivery_success, type, types = ["*"] } = params;
  if (type && params.types)
    throw invalidRequest("You may only specify one of these parameters: type, types.");
  const names = type ? [type] : types;
  const events = ctx.db.events.where(
    (event) =>
      isKept(ctx, event) &&
      names.some((name) => isOfType(event.type, name)) &&
      isWithin(created, event.created) &&
      (delivery_success === undefined || delivery_success === (event.pending_webhooks === 0)),
  );
  return toList("/v1/events", events, params, ctx.db.events);
});
