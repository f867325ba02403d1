import { and, desc, eq, lt, or } from "drizzle-orm";
import { z } from "zod";
import { forOrganization } from "#directory/directory.ts";
import { billingChanges } from "#directory/schema/index.ts";
import { readPageCursor, toPage } from "#lib/page-cursor.ts";
import { parseInput } from "#lib/parse-input.ts";
import type { BillingContext } from "../billing-context.ts";

export const ListHistory = z.object({
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type ListHistory = z.input<typeof ListHistory>;

const columns = {
  id: billingChanges.id,
  at: billingChanges.at,
  kind: billingChanges.kind,
  actor: billingChanges.actor,
  fromPlan: billingChanges.fromPlan,
  toPlan: billingChanges.toPlan,
  fromQuantity: billingChanges.fromQuantity,
  toQuantity: billingChanges.toQuantity,
  effectiveAt: billingChanges.effectiveAt,
  reason: billingChanges.reason,
  feedback: billingChanges.feedback,
};

/** What became of the subscription, newest first. */
export async function listHistory({ env, id }: Pick<BillingContext, "env" | "id">, input: ListHistory) {
  const { cursor, limit } = parseInput(ListHistory, input);
  const { organizationId, at, id: rowId } = billingChanges;
  const after = cursor === undefined ? undefined : readPageCursor(cursor);
  const isBefore = after && or(lt(at, after.at), and(eq(at, after.at), lt(rowId, after.id)));
  const rows = await forOrganization(env.DB, id)
    .orm.select(columns)
    .from(billingChanges)
    .where(and(eq(organizationId, id), isBefore))
    .orderBy(desc(at), desc(rowId))
    .limit(limit + 1);
  const { page: changes, nextCursor } = toPage(rows, limit, (row) => row);
  return { changes, nextCursor };
}
