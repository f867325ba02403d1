import { findMail } from "#directory/operator/find-mail.ts";
import { deliverEmail } from "#directory/send-email.ts";
import type { Env } from "#env.ts";
import { AppError } from "#errors.ts";
import { createTransport } from "#notifications/create-transport.ts";

/** Tries once more, now. What failed for a day has lost its text, because there may be a link in it. */
export async function retryMail({ env, now }: { env: Env; now: number }, id: number) {
  const mail = await findMail(env.DB, id);
  if (mail === null) throw new AppError("not_found", "There is no such mail in the outbox.");
  const { key, recipient: to, subject, text, html, sentAt } = mail;
  if (sentAt !== null) throw new AppError("conflict", "This mail has been sent.");
  if (text === null || html === null) {
    throw new AppError(
      "conflict",
      "The text of this mail was deleted a day after it failed, so it cannot be sent.",
    );
  }
  const outbox = { db: env.DB, transport: createTransport(env), now };
  return { sent: await deliverEmail(outbox, key, { to, subject, text, html }) };
}
