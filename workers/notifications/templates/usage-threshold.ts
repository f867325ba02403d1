import type { EmailContent } from "../email.ts";
import { toEmail } from "./layout.ts";

interface UsageThreshold {
  organization: string;
  /** In percent. */
  threshold: number;
  used: number;
  limit: number;
  periodEnd: number;
  url: string;
}

export function usageThreshold({
  organization,
  threshold,
  used,
  limit,
  periodEnd,
  url,
}: UsageThreshold): EmailContent {
  const day = new Date(periodEnd).toISOString().slice(0, 10);
  const next =
    used >= limit
      ? "Further calls are refused until then, or billed if you have chosen so."
      : "Beyond the quota calls are refused, or billed if you have chosen so.";
  return toEmail({
    subject: `${organization} has used ${threshold} % of its tool calls`,
    paragraphs: [
      `${organization} has made ${count(used)} of the ${count(limit)} tool calls of this period on Latchkey.`,
      `A new period begins on ${day} (UTC). ${next}`,
    ],
    action: { label: "Look at usage and plan", url },
    footer:
      "You get this because you are an owner or admin of the organization, once in each period. Usage alerts can be switched off on the Billing page.",
  });
}

const count = (calls: number) => calls.toLocaleString("en-US");
