import { AppError } from "#errors.ts";
import type { OrgId } from "#ids.ts";
import { Entitlement } from "./limits/entitlement.ts";
import { migrateDatabase, openDatabase, type Ports } from "./rooms.ts";
import { Schedule } from "./schedule/schedule.ts";
import { planStandingTasks } from "./schedule/tasks.ts";
import { organization } from "./schema/index.ts";

/** Creates the object's database and its one identity row, and plans what it does by itself. A repetition changes nothing. */
export async function provision(
  storage: DurableObjectStorage,
  { clock, loadDataKey }: Pick<Ports, "clock" | "loadDataKey">,
  id: OrgId,
  entitlement: Entitlement,
): Promise<void> {
  // Made before this and destroyed before the object is emptied, so that nothing is revived here.
  if ((await loadDataKey(id)) === null) throw new AppError("not_found", "There is no such organization.");
  const database = openDatabase(storage);
  await migrateDatabase(database);
  const row = { id, entitlement: Entitlement.parse(entitlement), createdAt: clock.now() };
  database.insert(organization).values(row).onConflictDoNothing().run();
  await planStandingTasks(new Schedule(storage, clock), id, clock.now());
}
