import type { EmailContent } from "../email.ts";
import { toEmail } from "./layout.ts";

interface Invitation {
  inviter: string;
  organization: string;
  role: string;
  url: string;
}

export function invitation({ inviter, organization, role, url }: Invitation): EmailContent {
  return toEmail({
    subject: `${inviter} invites you to ${organization}`,
    paragraphs: [`${inviter} invites you to work in ${organization} on Latchkey, as ${role}.`],
    action: { label: "Accept invitation", url },
    footer:
      "You get this because somebody entered this address. The invitation is for this address only and ends in seven days. If you expected none, ignore it.",
  });
}
