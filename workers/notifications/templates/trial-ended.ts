import type { EmailContent } from "../email.ts";
import { toEmail } from "./layout.ts";

interface TrialEnded {
  organization: string;
  /** Whether its connected account has had its trial with another organization. */
  hadTrial: boolean;
  url: string;
}

export function trialEnded({ organization, hadTrial, url }: TrialEnded): EmailContent {
  const why = hadTrial
    ? `The account that was connected to ${organization} on Latchkey has had its trial with another organization, and each account has one. The trial of ${organization} is therefore over.`
    : `The trial of ${organization} on Latchkey is over.`;
  return toEmail({
    subject: `${organization} is now on the Free plan`,
    paragraphs: [
      why,
      "It goes on under the Free plan: two listings, reading only, 500 tool calls a month. Keys, members and connections that it has stay; new ones are refused while there are more than the Free plan allows.",
    ],
    action: { label: "Choose a plan", url },
    footer:
      "You get this once, because you are an owner or admin of the organization, or its billing contact.",
  });
}
