import type { Context } from "../core/context.ts";
import { invalidRequest } from "../core/errors.ts";
import type { Meter } from "../core/objects.ts";

export const findActiveMeter = ({ db }: Context, eventName: string): Meter | undefined =>
  db.meters.by("event_name", eventName).find(({ status }) => status === "active");

export function requireActiveMeter(ctx: Context, eventName: string): Meter {
  const meter = findActiveMeter(ctx, eventName);
  if (meter) return meter;
  throw invalidRequest(`No active meter found for event name "${eventName}".`, {
    code: "resource_missing",
    param: "event_name",
  });
}
