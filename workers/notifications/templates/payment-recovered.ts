import type { EmailContent } from "../email.ts";
import { toEmail } from "./layout.ts";

export function paymentRecovered({ organization, url }: { organization: string; url: string }): EmailContent {
  return toEmail({
    subject: `Payment received for ${organization}`,
    paragraphs: [
      `What was open for ${organization} on Latchkey is paid. API keys and assistants work again.`,
    ],
    action: { label: "Billing", url },
    footer: "You get this because you are an owner or admin of the organization, or its billing contact.",
  });
}
