import { and, eq, inArray } from "drizzle-orm";
import { drizzle } from "drizzle-orm/d1";
import type { OrgId } from "#ids.ts";
import type { EmailContent } from "#notifications/email.ts";
import { members, organizations, users } from "./schema/index.ts";
import { type Outbox, sendEmail } from "./send-email.ts";

/** One message to each owner and admin. `toContent` gets the organization's name. */
export async function writeToAdministrators(
  outbox: Outbox,
  organization: OrgId,
  event: string,
  toContent: (organizationName: string) => EmailContent,
): Promise<void> {
  const recipients = await drizzle(outbox.db)
    .select({ to: users.email, name: organizations.name })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .innerJoin(organizations, eq(organizations.id, members.organizationId))
    .where(and(eq(members.organizationId, organization), inArray(members.role, ["owner", "admin"])));
  for (const { to, name } of recipients) {
    await sendEmail(outbox, `${event}/${to}`, { to, ...toContent(name) });
  }
}
