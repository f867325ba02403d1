import { and, eq, inArray } from "drizzle-orm";
import type { OrgId } from "#ids.ts";
import type { EmailContent } from "#notifications/email.ts";
import { forOrganization } from "./directory.ts";
import type { Role } from "./roles.ts";
import { members, organizations, users } from "./schema/index.ts";
import { type Outbox, sendEmail } from "./send-email.ts";

interface Letter {
  roles: readonly Role[];
  /** Each member is written to about it once. */
  event: string;
}

/** One message to each member with one of these roles. `toContent` gets the organization's name. */
export async function writeToMembers(
  outbox: Outbox,
  organization: OrgId,
  { roles, event }: Letter,
  toContent: (organizationName: string) => EmailContent,
): Promise<void> {
  const { orm } = forOrganization(outbox.db, organization);
  const recipients = await orm
    .select({ to: users.email, name: organizations.name })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .innerJoin(organizations, eq(organizations.id, members.organizationId))
    .where(and(eq(members.organizationId, organization), inArray(members.role, [...roles])));
  for (const { to, name } of recipients) {
    await sendEmail(outbox, `${organization}/${event}/${to}`, { to, ...toContent(name) });
  }
}
