import type { EmailContent } from "../email.ts";
import { toEmail } from "./layout.ts";

interface OrganizationSuspended {
  organization: string;
  /** In the operator's words. */
  reason: string;
  url: string;
}

export function organizationSuspended({ organization, reason, url }: OrganizationSuspended): EmailContent {
  return toEmail({
    subject: `${organization} is suspended`,
    paragraphs: [
      `The operator of this Latchkey has suspended ${organization}: its API keys and assistants are refused, and its members can read but change nothing.`,
      `The reason given: ${reason}`,
      "Nothing is deleted, and the same keys and assistants work again when the suspension ends. A subscription goes on and is billed as before; you can cancel it on the billing page.",
    ],
    action: { label: "See what it holds", url },
    footer: "You get this because you own the organization. Only the operator can end a suspension.",
  });
}
