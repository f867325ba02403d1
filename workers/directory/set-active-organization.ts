import { eq } from "drizzle-orm";
import { drizzle } from "drizzle-orm/d1";
import type { OrgId } from "#ids.ts";
import { sessions } from "./schema/index.ts";

/** The organization that a session works in. It opens nothing: membership is asked at every request. */
export async function setActiveOrganization(db: D1Database, session: string, id: OrgId): Promise<void> {
  await drizzle(db).update(sessions).set({ activeOrganizationId: id }).where(eq(sessions.id, session));
}
