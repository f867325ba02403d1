import { and, eq, isNotNull, isNull } from "drizzle-orm";
import type { Scope } from "../directory.ts";
import { organizations } from "../schema/index.ts";

/** Whether it was not suspended before. */
export async function suspend(
  { id, orm }: Scope,
  suspension: { suspendedAt: number; suspensionReason: string },
): Promise<boolean> {
  const changed = await orm
    .update(organizations)
    .set(suspension)
    .where(
      and(eq(organizations.id, id), eq(organizations.state, "active"), isNull(organizations.suspendedAt)),
    )
    .returning({ id: organizations.id });
  return changed.length > 0;
}

/** Whether it was suspended before. */
export async function resume({ id, orm }: Scope): Promise<boolean> {
  const changed = await orm
    .update(organizations)
    .set({ suspendedAt: null, suspensionReason: null })
    .where(and(eq(organizations.id, id), isNotNull(organizations.suspendedAt)))
    .returning({ id: organizations.id });
  return changed.length > 0;
}
