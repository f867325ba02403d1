import type { EmailContent } from "../email.ts";
import { toEmail } from "./layout.ts";

export function verifyEmail({ name, url }: { name: string; url: string }): EmailContent {
  return toEmail({
    subject: "Confirm your e-mail address",
    paragraphs: [`Hello ${name},`, "confirm that this address is yours, and your Latchkey account is ready."],
    action: { label: "Confirm address", url },
    footer:
      "You get this because somebody signed up with this address. The link works for one hour. If it was not you, ignore this message.",
  });
}
