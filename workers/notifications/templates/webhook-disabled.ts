import type { EmailContent } from "../email.ts";
import { toEmail } from "./layout.ts";

interface WebhookDisabled {
  organization: string;
  /** Where it led. */
  host: string;
  url: string;
}

export function webhookDisabled({ organization, host, url }: WebhookDisabled): EmailContent {
  return toEmail({
    subject: `A webhook of ${organization} was switched off`,
    paragraphs: [
      `What Latchkey sent to ${host} for ${organization} has failed for five days, so it is sent no more.`,
      "When the receiver works again, switch the webhook on again and send a test. What it missed can be delivered again.",
    ],
    action: { label: "Look at the webhook", url },
    footer: "You get this because you are an owner or admin of the organization, once each time it happens.",
  });
}
