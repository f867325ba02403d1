import type { EmailContent } from "../email.ts";
import { toEmail } from "./layout.ts";

interface ConnectionInvalid {
  organization: string;
  /** The connected service, as people call it. */
  service: string;
  url: string;
}

export function connectionInvalid({ organization, service, url }: ConnectionInvalid): EmailContent {
  return toEmail({
    subject: `${service} no longer accepts ${organization}'s credentials`,
    paragraphs: [
      `${service} has refused the credentials that ${organization} connected on Latchkey.`,
      "Until new ones are entered, tools that need this account are refused. Nothing else is affected.",
    ],
    action: { label: "Enter new credentials", url },
    footer: "You get this because you are an owner or admin of the organization, once each time it happens.",
  });
}
