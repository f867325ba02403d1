import { planClosingNotice } from "#directory/deletion/plan-closing-notice.ts";
import { forOrganization } from "#directory/directory.ts";
import { writeToMembers } from "#directory/write-to-members.ts";
import { type Env, getConfig } from "#env.ts";
import type { OrgId } from "#ids.ts";
import { createTransport } from "#notifications/create-transport.ts";
import { organizationClosing } from "#notifications/templates/organization-closing.ts";

const LAST_NOTICE_MS = 3 * 24 * 60 * 60 * 1_000;

/** Writes to the owners what is due to be said about the deletion: when it begins, and once more three days before its end. */
export async function sendClosingNotice({ env, now }: { env: Env; now: number }, id: OrgId): Promise<void> {
  const directory = forOrganization(env.DB, id);
  const { deletesAt = null, closingNoticeAt = null } = (await directory.findOrganization()) ?? {};
  if (deletesAt === null || closingNoticeAt === null || closingNoticeAt > now) return;

  const url = `${getConfig(env).dashboardUrl}/settings`;
  await writeToMembers(
    { db: env.DB, transport: createTransport(env), now },
    id,
    { roles: ["owner"], event: `closing/${closingNoticeAt}` },
    (organization) => organizationClosing({ organization, deletesAt, url }),
  );
  const lastNoticeAt = deletesAt - LAST_NOTICE_MS;
  await planClosingNotice(directory, closingNoticeAt, closingNoticeAt < lastNoticeAt ? lastNoticeAt : null);
}
