import type { EmailContent } from "../email.ts";
import { toEmail } from "./layout.ts";

export function magicLink({ url }: { url: string }): EmailContent {
  return toEmail({
    subject: "Your sign-in link",
    paragraphs: ["Here is your link to sign in to Latchkey."],
    action: { label: "Sign in", url },
    footer: "The link works for five minutes and once. If you did not ask for it, ignore this message.",
  });
}
