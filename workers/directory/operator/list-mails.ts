import { and, desc, gte, isNull, lt, type SQL, sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/d1";
import { z } from "zod";
import { OrgId } from "#ids.ts";
import { emails } from "../schema/index.ts";
import { MAX_ATTEMPTS } from "../send-email.ts";

export const ListMails = z.object({
  /** `failed`: it is not tried again by itself. `waiting`: not sent yet. */
  state: z.enum(["failed", "waiting"]).default("failed"),
  organization: OrgId.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type ListMails = z.infer<typeof ListMails>;

/** Its key may name an invitation; this names nothing. */
export const mailId = sql<number>`${emails}.rowid`;

/** Of the outbox, without what is in the messages. Newest first. */
export async function listMails(db: D1Database, { state, organization, limit }: ListMails) {
  const { attempts, createdAt, key, recipient, subject } = emails;
  const isOver = state === "failed" ? gte(attempts, MAX_ATTEMPTS) : lt(attempts, MAX_ATTEMPTS);
  return drizzle(db)
    .select({
      id: mailId,
      recipient,
      subject,
      attempts,
      createdAt,
      canRetry: sql`text is not null`.mapWith(Boolean),
    })
    .from(emails)
    .where(and(isNull(emails.sentAt), isOver, organization && isAbout(organization, key)))
    .orderBy(desc(createdAt))
    .limit(limit);
}

/** The key of mail about an organization begins with its id and a slash, and "0" is the character after that one. */
function isAbout(organization: OrgId, key: typeof emails.key): SQL | undefined {
  return and(gte(key, `${organization}/`), lt(key, `${organization}0`));
}
