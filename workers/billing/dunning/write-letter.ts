import { sendEmail } from "#directory/send-email.ts";
import { writeToMembers } from "#directory/write-to-members.ts";
import { getConfig } from "#env.ts";
import { createTransport } from "#notifications/create-transport.ts";
import type { EmailContent } from "#notifications/email.ts";
import type { BillingContext } from "../billing-context.ts";

interface Letter {
  /** Nobody gets two letters with the same one. */
  event: string;
  billingEmail: string | null;
  /** Where the reader can act; on the Billing page unless it is said. */
  url?: string;
  toContent: (facts: { organization: string; url: string }) => EmailContent;
}

/** To everybody who runs the organization, and to its billing address. */
export async function writeLetter({ env, id, now }: BillingContext, letter: Letter): Promise<void> {
  const { event, billingEmail, toContent, url = `${getConfig(env).dashboardUrl}/billing` } = letter;
  const outbox = { db: env.DB, transport: createTransport(env), now };
  let content: EmailContent | undefined;
  await writeToMembers(outbox, id, { roles: ["owner", "admin"], event }, (organization) => {
    content = toContent({ organization, url });
    return content;
  });
  if (billingEmail === null || content === undefined) return;
  await sendEmail(outbox, `${id}/${event}/${billingEmail}`, { to: billingEmail, ...content });
}
