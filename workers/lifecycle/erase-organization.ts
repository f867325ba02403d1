import { endSubscriptions } from "#billing/change/end-with-organization.ts";
import { destroyDataKey } from "#directory/deletion/destroy-data-key.ts";
import { eraseRows } from "#directory/deletion/erase-rows.ts";
import { forOrganization } from "#directory/directory.ts";
import type { Env } from "#env.ts";
import type { OrgId } from "#ids.ts";
import { getOrganization } from "#organization/get-organization.ts";

/**
 * Ends a deletion whose time is over. The data key goes first: without it nothing that the organization encrypted is
 * readable in any copy, and nothing can be restored. Each step may be repeated; one that is not due does nothing.
 */
export async function eraseOrganization({ env, now }: { env: Env; now: number }, id: OrgId): Promise<void> {
  const directory = forOrganization(env.DB, id);
  const { state, deletesAt = null } = (await directory.findOrganization()) ?? {};
  const isDue = state === "deleting" && deletesAt !== null && deletesAt <= now;
  if (isDue) await endSubscriptions({ env, id });
  if (!(await destroyDataKey(directory, now))) return;
  await getOrganization(env, id).erase();
  await eraseRows(directory);
}
