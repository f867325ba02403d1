import { eq } from "drizzle-orm";
import { AppError } from "#errors.ts";
import type { Scope } from "./directory.ts";
import { organizations } from "./schema/index.ts";

type Row = typeof organizations.$inferInsert;
export type OrganizationChange = Partial<
  Pick<Row, "name" | "slug" | "locale" | "requireTwoFactor" | "ipAllowList" | "keyCreation">
>;

export async function updateOrganization({ id, orm }: Scope, change: OrganizationChange): Promise<void> {
  try {
    await orm.update(organizations).set(change).where(eq(organizations.id, id));
  } catch (thrown) {
    if (change.slug !== undefined && isTaken(thrown)) {
      throw new AppError("conflict", "slug: another organization has this address.");
    }
    throw thrown;
  }
}

const isTaken = (thrown: unknown) =>
  thrown instanceof Error && /UNIQUE constraint failed/i.test(`${thrown.message} ${thrown.cause}`);
