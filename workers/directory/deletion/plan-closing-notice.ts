import { and, eq } from "drizzle-orm";
import type { Scope } from "../directory.ts";
import { organizations } from "../schema/index.ts";

/** After the one that was planned for `planned`, and only after that. */
export async function planClosingNotice(
  { id, orm }: Scope,
  planned: number,
  next: number | null,
): Promise<void> {
  await orm
    .update(organizations)
    .set({ closingNoticeAt: next })
    .where(and(eq(organizations.id, id), eq(organizations.closingNoticeAt, planned)));
}
