import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { noSuch } from "../core/errors.ts";
import { isKept } from "./is-kept.ts";

export const retrieveEvent = endpoint("GET", "/v1/events/:event", z.strictObject({}), (ctx, _, ids) => {
  const event = ctx.db.events.get(ids.event);
  if (!isKept(ctx, event)) throw noSuch("event", ids.event);
  return event;
});
