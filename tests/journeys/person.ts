import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";
import type { Platform } from "#scripts/platform.ts";

const Mailbox = z.object({
  messages: z.array(z.object({ to: z.array(z.string()), subject: z.string(), text: z.string() })),
});

/** Somebody who uses the dashboard's address over real sockets, with a cookie jar of their own. */
export function createPerson({ dashboard, sandbox }: Pick<Platform, "dashboard" | "sandbox">, email: string) {
  const cookies = new Map<string, string>();

  async function ask(method: string, path: string, body?: object) {
    const cookie = [...cookies].map((pair) => pair.join("=")).join("; ");
    const response = await fetch(new URL(path, dashboard), {
      method,
      headers: { origin: dashboard, cookie, ...(body && { "content-type": "application/json" }) },
      body: body && JSON.stringify(body),
      redirect: "manual",
    });
    for (const set of response.headers.getSetCookie()) {
      const [name = "", value = ""] = (set.split(";")[0] ?? "").split("=", 2);
      cookies.set(name, value);
    }
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: text.startsWith("{") ? JSON.parse(text) : text,
    };
  }

  /** The link in the newest message with this subject. */
  async function openMail(subject: RegExp): Promise<string> {
    for (const end = Date.now() + 5_000; Date.now() < end; await wait(20)) {
      const { messages } = Mailbox.parse(await (await fetch(`${sandbox}/mailbox/messages`)).json());
      const mail = messages.find((message) => message.to.includes(email) && subject.test(message.subject));
      const link = /https?:\S+/.exec(mail?.text ?? "")?.[0];
      if (link !== undefined) return link;
    }
    throw new Error(`No message to ${email} says ${subject}.`);
  }

  async function signUp(form: object) {
    const { status } = await ask("POST", "/api/v1/auth/sign-up/email", {
      email,
      password: "correct horse battery",
      name: "Ann",
      ...form,
    });
    const link = await openMail(/Confirm/);
    return { status, link, confirmed: await ask("GET", link) };
  }

  const listCookies = () => [...cookies].map(([name, value]) => ({ name, value }));

  return { email, ask, listCookies, openMail, signUp };
}
