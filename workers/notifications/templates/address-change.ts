import type { EmailContent } from "../email.ts";
import { toEmail } from "./layout.ts";

interface AddressChange {
  name: string;
  newAddress: string;
  /** Stops the change. */
  url: string;
}

/** Goes to the present address when a change is asked for, while its owner can still stop it. */
export function addressChange({ name, newAddress, url }: AddressChange): EmailContent {
  return toEmail({
    subject: "Your e-mail address is about to change",
    paragraphs: [
      `Hello ${name},`,
      `somebody signed in to your Latchkey account asked to change its address to ${newAddress}. It changes once that address is confirmed.`,
      "If it was not you, follow the link, which stops the change. Then sign in, end all other sessions and choose a new password.",
    ],
    action: { label: "This was not me", url },
    footer: "You get this because your account uses this address. If you asked for the change, ignore it.",
  });
}
