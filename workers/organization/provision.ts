import type { OrgId } from "#ids.ts";
import { Entitlement } from "./limits/entitlement.ts";
import { migrateDatabase, openDatabase } from "./rooms.ts";
import { organization } from "./schema/index.ts";

/** Creates the object's database and its one identity row. A repetition changes nothing. */
export async function provision(
  storage: DurableObjectStorage,
  id: OrgId,
  entitlement: Entitlement,
  now: number,
): Promise<void> {
  const database = openDatabase(storage);
  await migrateDatabase(database);
  const row = { id, entitlement: Entitlement.parse(entitlement), createdAt: now };
  database.insert(organization).values(row).onConflictDoNothing().run();
}
