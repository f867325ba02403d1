import type { EmailContent } from "../email.ts";
import { toEmail } from "./layout.ts";

interface OrganizationClosing {
  organization: string;
  /** Milliseconds since the epoch. */
  deletesAt: number;
  url: string;
}

export function organizationClosing({ organization, deletesAt, url }: OrganizationClosing): EmailContent {
  const date = new Date(deletesAt).toISOString().slice(0, 10);
  const time = new Date(deletesAt).toISOString().slice(11, 16);
  return toEmail({
    subject: `${organization} will be deleted on ${date}`,
    paragraphs: [
      `${organization} is closed on Latchkey: its API keys and assistants are refused, and nothing of it can be changed.`,
      `On ${date} at ${time} UTC its data is deleted for good. Until then an owner can restore it or export its data.`,
    ],
    action: { label: "Restore or export", url },
    footer:
      "You get this because you own the organization: when its deletion begins, and three days before the end.",
  });
}
