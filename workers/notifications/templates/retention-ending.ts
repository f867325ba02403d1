import { toDate } from "../dates.ts";
import type { EmailContent } from "../email.ts";
import { toEmail } from "./layout.ts";

interface RetentionEnding {
  organization: string;
  keptUntil: number;
  url: string;
}

export function retentionEnding({ organization, keptUntil, url }: RetentionEnding): EmailContent {
  return toEmail({
    subject: `What ${organization}'s subscription kept goes on ${toDate(keptUntil)}`,
    paragraphs: [
      `After ${toDate(keptUntil)} Latchkey keeps of ${organization} what the Free plan keeps: older activity is deleted. Export it before, or subscribe again.`,
    ],
    action: { label: "Export or subscribe", url },
    footer: "You get this because you are an owner or admin of the organization, or its billing contact.",
  });
}
