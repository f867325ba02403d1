import type { EmailContent } from "../email.ts";
import { toEmail } from "./layout.ts";

export function resetPassword({ name, url }: { name: string; url: string }): EmailContent {
  return toEmail({
    subject: "Choose a new password",
    paragraphs: [
      `Hello ${name},`,
      "somebody, hopefully you, asked for a new password for this Latchkey account.",
    ],
    action: { label: "Choose a new password", url },
    footer:
      "You get this because the account uses this address. The link works for one hour and once. If it was not you, ignore this message: nothing has changed.",
  });
}
