import type { EmailContent } from "../email.ts";
import { toEmail } from "./layout.ts";

interface OrganizationResumed {
  organization: string;
  url: string;
}

export function organizationResumed({ organization, url }: OrganizationResumed): EmailContent {
  return toEmail({
    subject: `${organization} is no longer suspended`,
    paragraphs: [
      `The operator of this Latchkey has ended the suspension of ${organization}. The same API keys and assistants work again, and everything can be changed as before.`,
    ],
    action: { label: "Open the dashboard", url },
    footer: "You get this because you own the organization.",
  });
}
