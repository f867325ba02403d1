import type { EmailContent } from "../email.ts";
import { toEmail } from "./layout.ts";

export function magicLink({ url }: { url: string }): EmailContent {
  return toEmail({
    subject: "Your sign-in link",
    paragraphs: ["Here is your link to sign in to Latchkey."],
    action: { label: "Sign in", url },
    footer:
      "You get this because somebody asked for it on the sign-in page. The link works for five minutes and once. If it was not you, ignore this message.",
  });
}
