import { and, desc, eq, lt, or } from "drizzle-orm";
import { z } from "zod";
import { forOrganization } from "#directory/directory.ts";
import { billingChanges } from "#directory/schema/index.ts";
import { AppError } from "#errors.ts";
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
  const after = cursor === undefined ? undefined : readCursor(cursor);
  const isBefore = after && or(lt(at, after.at), and(eq(at, after.at), lt(rowId, after.id)));
  const rows = await forOrganization(env.DB, id)
    .orm.select(columns)
    .from(billingChanges)
    .where(and(eq(organizationId, id), isBefore))
    .orderBy(desc(at), desc(rowId))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { changes: page, nextCursor: rows.length > limit && last ? toCursor(last) : null };
}

const Cursor = z.string().transform((text) => {
  const [at = "", ...id] = text.split("~");
  return { at: Number(at), id: id.join("~") };
});

const toCursor = ({ at, id }: { at: number; id: string }) => btoa(`${at}~${id}`);

/** It says only where to go on in the organization's own rows, so it need not be signed. */
function readCursor(cursor: string): { at: number; id: string } {
  try {
    const found = Cursor.parse(atob(cursor));
    if (Number.isSafeInteger(found.at) && found.id !== "") return found;
  } catch {
    // Nothing that base64 could be.
  }
  throw new AppError("invalid_cursor");
}
