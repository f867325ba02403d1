import { and, eq, isNull, lt, sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/d1";
import { log } from "#lib/log.ts";
import type { Email } from "#notifications/email.ts";
import type { Transport } from "#notifications/transport.ts";
import { emails } from "./schema/index.ts";

export interface Outbox {
  db: D1Database;
  transport: Transport;
  now: number;
}

/** Written down first, then sent: what a crash or a provider leaves unsent, `sendPendingEmails` sends later. */
export async function sendEmail(outbox: Outbox, key: string, email: Email): Promise<void> {
  const { to: recipient, ...content } = email;
  const row = { key, recipient, ...content, createdAt: outbox.now };
  const written = await drizzle(outbox.db).insert(emails).values(row).onConflictDoNothing().returning();
  if (written.length > 0) await deliverEmail(outbox, key, email);
}

export const MAX_ATTEMPTS = 5;
/** Younger mail may still be with the request that wrote it. */
const UNDER_WAY_MS = 60_000;

/** Tries again what is not sent yet. Returns how many went out. */
export async function sendPendingEmails(outbox: Outbox): Promise<number> {
  const orm = drizzle(outbox.db);
  const isDue = and(
    isNull(emails.sentAt),
    lt(emails.attempts, MAX_ATTEMPTS),
    lt(emails.createdAt, outbox.now - UNDER_WAY_MS),
  );
  const pending = await orm.select().from(emails).where(isDue).limit(50);
  let sent = 0;
  for (const { key, recipient: to, subject, text, html } of pending) {
    if (text === null || html === null) continue;
    if (await deliverEmail(outbox, key, { to, subject, text, html })) sent += 1;
  }
  return sent;
}

/** Sends what is written down. The body goes once the message is sent: it may hold a one-time link. */
export async function deliverEmail(
  { db, transport, now }: Outbox,
  key: string,
  email: Email,
): Promise<boolean> {
  const orm = drizzle(db);
  const mine = and(eq(emails.key, key), isNull(emails.sentAt));
  try {
    await transport.send(email);
    await orm.update(emails).set({ sentAt: now, text: null, html: null }).where(mine);
    return true;
  } catch (error) {
    log.error("email.failed", error, { key: withoutAddress(key) });
    await orm
      .update(emails)
      .set({ attempts: sql`${emails.attempts} + 1` })
      .where(mine);
    return false;
  }
}

/** Some keys end in whom the message goes to. */
function withoutAddress(key: string): string {
  return key.replace(/[^/]*@[^/]*/g, "…");
}
