import { and, desc, eq, lt, or } from "drizzle-orm";
import { drizzle } from "drizzle-orm/d1";
import { z } from "zod";
import { OrgId } from "#ids.ts";
import { readPageCursor, toPage } from "#lib/page-cursor.ts";
import { redactText } from "#lib/redact.ts";
import { billingEvents } from "../schema/index.ts";

export const ListEvents = z.object({
  state: z.enum(billingEvents.state.enumValues).optional(),
  type: z.string().max(100).optional(),
  organization: OrgId.optional(),
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type ListEvents = z.infer<typeof ListEvents>;

const columns = {
  id: billingEvents.id,
  type: billingEvents.type,
  state: billingEvents.state,
  organization: billingEvents.billedOrganization,
  customerId: billingEvents.customerId,
  objectId: billingEvents.objectId,
  attempts: billingEvents.attempts,
  error: billingEvents.error,
  createdAt: billingEvents.createdAt,
  receivedAt: billingEvents.receivedAt,
  completedAt: billingEvents.completedAt,
};

/** What Stripe has told, the latest first. */
export async function listEvents(db: D1Database, { state, type, organization, cursor, limit }: ListEvents) {
  const { id, receivedAt } = billingEvents;
  const after = cursor === undefined ? undefined : readPageCursor(cursor);
  const rows = await drizzle(db)
    .select(columns)
    .from(billingEvents)
    .where(
      and(
        state && eq(billingEvents.state, state),
        type === undefined ? undefined : eq(billingEvents.type, type),
        organization && eq(billingEvents.billedOrganization, organization),
        after && or(lt(receivedAt, after.at), and(eq(receivedAt, after.at), lt(id, after.id))),
      ),
    )
    .orderBy(desc(receivedAt), desc(id))
    .limit(limit + 1);
  const { page, nextCursor } = toPage(rows, limit, (row) => ({ at: row.receivedAt, id: row.id }));
  // What Stripe said of a failure may quote what it was sent.
  const events = page.map(({ error, ...event }) => ({ ...event, error: error && redactText(error) }));
  return { events, nextCursor };
}

export async function hasEvent(db: D1Database, id: string): Promise<boolean> {
  const { id: column } = billingEvents;
  return (
    (await drizzle(db).select({ id: column }).from(billingEvents).where(eq(column, id)).get()) !== undefined
  );
}
