import { env } from "cloudflare:workers";
import { vi } from "vitest";
import { z } from "zod";

const Messages = z.object({
  messages: z.array(
    z.object({ to: z.array(z.string()), subject: z.string(), text: z.string(), html: z.string() }),
  ),
});

/** What was written to an address, newest first. */
export async function readMail(to: string) {
  const response = await env.SANDBOX.fetch("https://sandbox.test/mailbox/messages");
  const { messages } = Messages.parse(await response.json());
  return messages.filter((message) => message.to.includes(to));
}

/** The newest message to an address with this subject. Mail is sent after the answer, so it may take a moment. */
const waitForMail = (to: string, subject: RegExp) =>
  vi.waitUntil(async () => (await readMail(to)).find((mail) => subject.test(mail.subject)));

export async function readHtml(to: string, subject: RegExp): Promise<string> {
  return (await waitForMail(to, subject)).html;
}

/** The link of that message. */
export async function readLink(to: string, subject: RegExp): Promise<string> {
  const { text } = await waitForMail(to, subject);
  const [link] = /https?:\/\/\S+/.exec(text) ?? [];
  if (link === undefined) throw new Error(`There is no link in the mail to ${to}.`);
  return link;
}
