import { noteFailedSignIn } from "#directory/note-failed-sign-in.ts";
import { sendEmail } from "#directory/send-email.ts";
import { type Env, getConfig } from "#env.ts";
import { log } from "#lib/log.ts";
import { createTransport } from "#notifications/create-transport.ts";
import { failedSignIns } from "#notifications/templates/failed-sign-ins.ts";

/** Runs beside the answer, which looks the same and takes as long whether the account exists or not. */
export async function warnOfFailedSignIns(
  env: Env,
  failure: { email: string; address: string; now: number },
): Promise<void> {
  try {
    const alarm = await noteFailedSignIn(env.DB, failure);
    if (alarm === null) return;
    const { userId, email: to, ...content } = alarm;
    const { now } = failure;
    const url = `${getConfig(env).dashboardUrl}/sign-in`;
    const outbox = { db: env.DB, transport: createTransport(env), now };
    // Two failures of one millisecond raise one alarm: the key is the same.
    const key = `failed-sign-ins/${userId}/${now}`;
    await sendEmail(outbox, key, { to, ...failedSignIns({ ...content, until: now, url }) });
  } catch (error) {
    log.error("failed_sign_in.not_noted", error);
  }
}
