import { toDate } from "../dates.ts";
import type { EmailContent } from "../email.ts";
import { toEmail } from "./layout.ts";

interface SubscriptionEnded {
  organization: string;
  /** Null where Stripe names no end. */
  keptUntil: number | null;
  url: string;
}

export function subscriptionEnded({ organization, keptUntil, url }: SubscriptionEnded): EmailContent {
  const kept = keptUntil ? ` Everything is kept, and can be exported, until ${toDate(keptUntil)}.` : "";
  return toEmail({
    subject: `${organization}'s subscription has ended`,
    paragraphs: [`${organization} is on Latchkey's Free plan now.${kept}`],
    action: { label: "Subscribe again", url },
    footer: "You get this because you are an owner or admin of the organization, or its billing contact.",
  });
}
