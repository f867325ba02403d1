import { toDate } from "../dates.ts";
import type { EmailContent } from "../email.ts";
import { toEmail } from "./layout.ts";

interface CancelScheduled {
  organization: string;
  endsAt: number;
  keptUntil: number;
  url: string;
}

export function cancelScheduled({ organization, endsAt, keptUntil, url }: CancelScheduled): EmailContent {
  return toEmail({
    subject: `${organization}'s subscription ends on ${toDate(endsAt)}`,
    paragraphs: [
      `The subscription of ${organization} on Latchkey was canceled. Until ${toDate(endsAt)} everything works as before.`,
      `After that the organization is on the Free plan. Everything is kept, and can be exported, until ${toDate(keptUntil)}.`,
    ],
    action: { label: "Keep the subscription", url },
    footer: "You get this because you are an owner or admin of the organization, or its billing contact.",
  });
}
