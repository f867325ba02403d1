import { z } from "zod";
import type { OrganizationEvent, Rooms } from "../rooms.ts";
import type { EventRow } from "./event-table.ts";

/** Hands on what people should hear of by mail. Whoever takes it knows the event by its id, should it come again. */
export async function tellMembers(_sql: SqlStorage, rooms: Rooms): Promise<number | null> {
  const { events, ports } = rooms;
  for (const event of events.listUntold()) {
    await ports.notify?.(toNotice(rooms, event));
    events.setTold(event, ports.clock.now());
  }
  return events.listUntold().length > 0 ? ports.clock.now() : null;
}

const Threshold = z.object({
  threshold: z.number(),
  used: z.number(),
  limit: z.number(),
  period_end: z.number(),
});
const Disabled = z.object({ host: z.string() });

function toNotice({ id: organization }: Rooms, { id: event, type, data }: EventRow): OrganizationEvent {
  if (type === "webhook.disabled") {
    return { kind: "webhook_disabled", organization, event, ...Disabled.parse(data) };
  }
  const { period_end: periodEnd, ...alert } = Threshold.parse(data);
  return { kind: "usage_threshold", organization, event, periodEnd, ...alert };
}
