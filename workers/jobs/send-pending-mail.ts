import { sendPendingEmails } from "#directory/send-email.ts";
import type { Env } from "#env.ts";
import { getNow } from "#lib/get-now.ts";
import { log } from "#lib/log.ts";
import { createTransport } from "#notifications/create-transport.ts";

/** Every five minutes: mail that a crash or the provider left unsent. */
export async function sendPendingMail(env: Env): Promise<void> {
  const outbox = { db: env.DB, transport: createTransport(env), now: await getNow(env) };
  const sent = await sendPendingEmails(outbox);
  if (sent > 0) log.info("email.pending-sent", { sent });
}
