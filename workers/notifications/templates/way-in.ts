import type { EmailContent } from "../email.ts";
import { toEmail } from "./layout.ts";

const changes = {
  "account/link_provider": {
    subject: "A new way to sign in to your account",
    sentence:
      "an account at a sign-in provider was linked to your Latchkey account, and signs in to it from now on.",
  },
  "account/disable_second_factor": {
    subject: "The second factor of your account is off",
    sentence:
      "the second factor of your Latchkey account was turned off. Signing in asks for no code any more.",
  },
};

interface WayIn {
  name: string;
  change: keyof typeof changes;
  url: string;
}

/** Goes out when it has become easier to get in. */
export function wayIn({ name, change, url }: WayIn): EmailContent {
  const { subject, sentence } = changes[change];
  return toEmail({
    subject,
    paragraphs: [
      `Hello ${name},`,
      sentence,
      "If it was not you, sign in, end all other sessions, choose a new password and look at what is linked.",
    ],
    action: { label: "Sign in", url },
    footer: "You get this because your account uses this address. If you did it yourself, ignore it.",
  });
}
