import { forOrganization } from "#directory/directory.ts";
import { listActiveOrganizations } from "#directory/list-active-organizations.ts";
import type { Env } from "#env.ts";
import type { OrgId } from "#ids.ts";
import type { AuditVerdict } from "#organization/audit/verify-audit.ts";
import { getOrganization } from "#organization/get-organization.ts";

export interface VerifiedAudits {
  verified: number;
  /** The logs in which something is changed, missing or cut off; null: that cannot be read at all. */
  broken: { id: OrgId; verdict: AuditVerdict | null }[];
  /** What to go on after; null when the last log was verified. */
  next: OrgId | null;
}

/** Checks each organization's log against the head that was copied to the Directory. */
export async function verifyAudits(
  env: Env,
  { batch, after }: { batch: number; after?: OrgId },
): Promise<VerifiedAudits> {
  const ids = await listActiveOrganizations(env.DB, { limit: batch, after });
  const broken: VerifiedAudits["broken"] = [];
  for (const id of ids) {
    const expectedHead = (await forOrganization(env.DB, id).findAuditHead()) ?? undefined;
    const found = await getOrganization(env, id).verifyAudit({ expectedHead });
    const verdict = found.ok ? found.value : null;
    if (verdict?.brokenAt === null && verdict.missingTail === null) continue;
    broken.push({ id, verdict });
  }
  return { verified: ids.length, broken, next: ids.length < batch ? null : (ids.at(-1) ?? null) };
}
