import type { EmailContent } from "../email.ts";
import { toEmail } from "./layout.ts";

/** Sent instead of telling a stranger on the sign-up page that the address is known here. */
export function existingAccount({ name, url }: { name: string; url: string }): EmailContent {
  return toEmail({
    subject: "You already have an account",
    paragraphs: [
      `Hello ${name},`,
      "somebody tried to sign up with this address on Latchkey, but it has an account already.",
    ],
    action: { label: "Sign in", url },
    footer: "You get this because your account uses this address. If it was not you, there is nothing to do.",
  });
}
