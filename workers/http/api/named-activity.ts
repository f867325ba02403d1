import { z } from "@hono/zod-openapi";
import { findNames } from "#directory/find-names.ts";
import { isOperator, toUserId } from "#organization/audit/audit-entry.ts";

export const ActivityRow = z
  .object({
    seq: z.number(),
    at: z.number(),
    actor: z
      .string()
      .describe("`user:` or `operator:` and a user's id, the id of a key or of a grant, or `system`"),
    actorName: z
      .string()
      .nullable()
      .describe(
        "A person's name, also of one who has left, a key's with its masked value, or an assistant's with the member who let it in; of an operator never whose",
      ),
    surface: z.string().describe("`mcp`, `rest` or `internal`"),
    action: z.string(),
    target: z.string().nullable(),
    connection: z.string().nullable(),
    result: z.string().describe("`ok`, `started` or an error's code"),
    message: z.string().nullable().describe("Of an error: what the caller was told"),
    billable: z.boolean(),
    durationMs: z.number(),
    ip: z.string().nullable(),
    userAgent: z.string().nullable(),
    details: z.string().nullable().optional().describe("As JSON; left out for who may not see what was said"),
    hash: z.string(),
  })
  .openapi("ActivityRow");

/** Rows with the names of those who did what they tell of. */
export async function toNamedActivity<
  Row extends {
    actor: string;
    keyName: string | null;
    grant: { name: string; memberId: string } | null;
  },
>(db: D1Database, rows: readonly Row[]) {
  const names = await findNames(
    db,
    rows.map(({ actor, grant }) => grant?.memberId ?? toUserId(actor)),
  );
  return rows.map(({ grant, keyName, ...row }) => ({
    ...row,
    actorName: isOperator(row.actor)
      ? "The operator"
      : grant === null
        ? (names.get(toUserId(row.actor)) ?? keyName)
        : `${grant.name} (${names.get(grant.memberId) ?? "somebody who left"})`,
  }));
}
