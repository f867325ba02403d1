import { isWithinRate } from "#directory/consume-rate.ts";
import { noteFailedSignIn } from "#directory/note-failed-sign-in.ts";
import { sendEmail } from "#directory/send-email.ts";
import { type Env, getConfig } from "#env.ts";
import { log } from "#lib/log.ts";
import { recordAccountActivity } from "#lifecycle/record-account-activity.ts";
import { createTransport } from "#notifications/create-transport.ts";
import { failedSignIns } from "#notifications/templates/failed-sign-ins.ts";

interface Failure {
  /** An e-mail address as it was typed, or a user's id. */
  account: string;
  /** The network that it came from. */
  address: string;
  now: number;
  ip?: string;
  userAgent?: string;
}

/** A flood of guesses fills no log. */
const ROW_RATE = { requests: 1, seconds: 10 };

/** Runs beside the answer, which looks the same and takes as long whether the account exists or not. */
export async function warnOfFailedSignIns(env: Env, failure: Failure): Promise<void> {
  try {
    const noted = await noteFailedSignIn(env.DB, failure);
    if (noted === null) return;
    await recordFailure(env, noted.userId, failure);
    if (noted.isAlarm) await warn(env, noted, failure.now);
  } catch (error) {
    log.error("failed_sign_in.not_noted", error);
  }
}

async function recordFailure(env: Env, userId: string, { ip, userAgent, now }: Failure): Promise<void> {
  if (!(await isWithinRate(env.DB, `failed/${userId}`, ROW_RATE, now))) return;
  const event = { userId, action: "sign_in", result: "invalid_credentials", actor: "system" } as const;
  await recordAccountActivity(env, { ...event, ip, userAgent });
}

type Noted = NonNullable<Awaited<ReturnType<typeof noteFailedSignIn>>>;

async function warn(
  env: Env,
  { userId, email: to, isAlarm: _, ...content }: Noted,
  now: number,
): Promise<void> {
  const url = `${getConfig(env).dashboardUrl}/sign-in`;
  const outbox = { db: env.DB, transport: createTransport(env), now };
  // Two failures of one millisecond raise one alarm: the key is the same.
  await sendEmail(outbox, `failed-sign-ins/${userId}/${now}`, {
    to,
    ...failedSignIns({ ...content, until: now, url }),
  });
}
