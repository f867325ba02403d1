import { listDueLifecycles } from "#directory/list-due-lifecycles.ts";
import type { Env } from "#env.ts";
import { getNow } from "#lib/get-now.ts";
import { log } from "#lib/log.ts";
import { createFirstOrganization } from "#lifecycle/create-first-organization.ts";
import { eraseOrganization } from "#lifecycle/erase-organization.ts";
import { provisionOrganization } from "#lifecycle/provision-organization.ts";
import { sendClosingNotice } from "#lifecycle/send-closing-notice.ts";

/** Younger ones may still be with the request that began them. */
const UNDER_WAY_MS = 60_000;
const LIMIT = 50;

/** Every five minutes: what a crash left half done in the lives of organizations, and what time has brought. */
export async function finishLifecycles(env: Env): Promise<void> {
  const now = await getNow(env);
  const due = await listDueLifecycles(env.DB, { now, begunBefore: now - UNDER_WAY_MS, limit: LIMIT });
  await finishEach("create", due.waiting, (userId) => createFirstOrganization({ env, now }, userId));
  await finishEach("provision", due.provisioning, (id) => provisionOrganization(env, id));
  await finishEach("notice", due.closing, (id) => sendClosingNotice({ env, now }, id));
  await finishEach("erase", due.ending, (id) => eraseOrganization({ env, now }, id));
}

async function finishEach<Id extends string>(
  step: string,
  ids: Id[],
  finish: (id: Id) => Promise<void>,
): Promise<void> {
  for (const id of ids) {
    try {
      await finish(id);
      log.info("lifecycle.finished", { step, id });
    } catch (thrown) {
      log.error("lifecycle.failed", thrown, { step, id });
    }
  }
}
