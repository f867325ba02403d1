import type { EmailContent } from "../email.ts";
import { toEmail } from "./layout.ts";

export function confirmAddress({ name, url }: { name: string; url: string }): EmailContent {
  return toEmail({
    subject: "Confirm your new e-mail address",
    paragraphs: [`Hello ${name},`, "confirm this address to use it for your Latchkey account from now on."],
    action: { label: "Confirm address", url },
    footer:
      "You get this because somebody entered this address for an account. The link works for one hour. If it was not you, ignore this message.",
  });
}
