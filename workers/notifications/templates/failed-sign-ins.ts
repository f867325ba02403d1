import type { EmailContent } from "../email.ts";
import { toEmail } from "./layout.ts";

interface FailedSignIns {
  name: string;
  count: number;
  /** Milliseconds since the epoch. */
  since: number;
  until: number;
  /** How many different network addresses they came from. */
  addresses: number;
  url: string;
}

export function failedSignIns({ name, count, since, until, addresses, url }: FailedSignIns): EmailContent {
  const from = addresses === 1 ? "one network address" : `${addresses} network addresses`;
  return toEmail({
    subject: `${count} failed sign-ins to your account`,
    paragraphs: [
      `Hello ${name},`,
      `between ${toTime(since)} and ${toTime(until)} somebody entered a wrong password or code for your Latchkey account ${count} times, from ${from}.`,
      "Nobody got in this way, and you are not locked out. If it was not you, turn on the second factor; if that is on already, choose a new password, since codes are asked for after it.",
    ],
    action: { label: "Sign in", url },
    footer: "You get this at most once an hour because the account uses this address.",
  });
}

function toTime(at: number): string {
  return new Date(at).toISOString().replace("T", " ").replace(/\..+/, " UTC");
}
