import { toDate } from "../dates.ts";
import type { EmailContent } from "../email.ts";
import { toEmail } from "./layout.ts";

interface TrialEnding {
  organization: string;
  endsAt: number;
  url: string;
}

export function trialEnding({ organization, endsAt, url }: TrialEnding): EmailContent {
  return toEmail({
    subject: `${organization}'s trial ends on ${toDate(endsAt)}`,
    paragraphs: [
      `On ${toDate(endsAt)} the trial of ${organization} on Latchkey ends, and it goes on under the Free plan: two listings, reading only, 500 tool calls a month.`,
      "To keep all listings and writing, choose a plan before. Nothing is charged unless you do.",
    ],
    action: { label: "Choose a plan", url },
    footer:
      "You get this once, because you are an owner or admin of the organization, or its billing contact.",
  });
}
