import { stopRenewal } from "#billing/change/end-with-organization.ts";
import { beginDeletion } from "#directory/deletion/begin-deletion.ts";
import { forOrganization } from "#directory/directory.ts";
import type { Env } from "#env.ts";
import { AppError } from "#errors.ts";
import type { OrgId } from "#ids.ts";
import { log } from "#lib/log.ts";
import type { By } from "#organization/audit/audit-entry.ts";
import { changeOrganization } from "./change-organization.ts";
import { sendClosingNotice } from "./send-closing-notice.ts";

const RETENTION_MS = 30 * 24 * 60 * 60 * 1_000;

/** Begins a deletion: from now on no key works, and in thirty days the data goes, unless an owner restores it before. */
export async function closeOrganization(
  { env, now, by }: { env: Env; now: number; by: By },
  id: OrgId,
  keptMs = RETENTION_MS,
): Promise<{ deletesAt: number }> {
  const directory = forOrganization(env.DB, id);
  const state = (await directory.findOrganization())?.state;
  if (state === undefined || state === "gone")
    throw new AppError("not_found", "There is no such organization.");
  if (state !== "active") throw new AppError("conflict", `The organization is ${state} already.`);

  const closedAt = Math.floor(now);
  const deletesAt = closedAt + keptMs;
  // First, so that nobody is charged for what is gone, whatever comes between.
  await stopRenewal({ env, id, now: closedAt, by });
  const toPolicy = <Policy extends object>(policy: Policy) => ({ ...policy, closed: true });
  await changeOrganization({ env, id, by }, { action: "organization/close", toPolicy }, async () => {
    const hasBegun = await beginDeletion(directory, closedAt, deletesAt);
    if (!hasBegun) throw new AppError("conflict", "The organization is being deleted already.");
  });
  // What fails here, the job sends.
  await sendClosingNotice({ env, now: closedAt }, id).catch((thrown: unknown) =>
    log.error("organization.closing-notice-failed", thrown, { organization: id }),
  );
  return { deletesAt };
}
