import type { EmailContent } from "../email.ts";
import { toEmail } from "./layout.ts";

export function verifyEmail({ name, url }: { name: string; url: string }): EmailContent {
  return toEmail({
    subject: "Confirm your e-mail address",
    paragraphs: [`Hello ${name},`, "confirm that this address is yours, and your Latchkey account is ready."],
    action: { label: "Confirm address", url },
    footer: "The link works for one hour. If you did not sign up for Latchkey, ignore this message.",
  });
}
