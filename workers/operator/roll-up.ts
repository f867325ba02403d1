import { forOrganization } from "#directory/directory.ts";
import { postponeRollup } from "#directory/operator/postpone-rollup.ts";
import { saveRollup } from "#directory/operator/save-rollup.ts";
import type { Env } from "#env.ts";
import type { OrgId } from "#ids.ts";
import { getOrganization } from "#organization/get-organization.ts";
import { throwReceipt } from "#organization/throw-receipt.ts";

const HOUR_MS = 3_600_000;

/** Asks an organization's object for its figures, and writes them where the operator reads them. Safe to repeat. */
export async function rollUp({ env, now }: { env: Env; now: number }, id: OrgId): Promise<void> {
  const directory = forOrganization(env.DB, id);
  const nextAt = Math.floor(now) + HOUR_MS;
  try {
    await saveRollup(directory, throwReceipt(await getOrganization(env, id).getRollup()), nextAt);
  } catch (thrown) {
    await postponeRollup(directory, nextAt);
    throw thrown;
  }
}
