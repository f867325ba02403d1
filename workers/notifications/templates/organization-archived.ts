import { toDate } from "../dates.ts";
import type { EmailContent } from "../email.ts";
import { toEmail } from "./layout.ts";

interface OrganizationArchived {
  organization: string;
  deletesAt: number;
  url: string;
}

/** Goes out when the last try to collect has failed, and again before the end. */
export function organizationArchived({ organization, deletesAt, url }: OrganizationArchived): EmailContent {
  return toEmail({
    subject: `${organization} will be deleted on ${toDate(deletesAt)} unless it is paid`,
    paragraphs: [
      `The last attempt to collect what ${organization} owes on Latchkey has failed, and its subscription has ended. Its API keys and assistants are refused, and nothing of it can be changed.`,
      `Its data is kept, and can be exported, until ${toDate(deletesAt)}. Whoever subscribes again before that has everything back.`,
    ],
    action: { label: "Subscribe or export", url },
    footer: "You get this because you are an owner or admin of the organization, or its billing contact.",
  });
}
