import { expect, test, vi } from "vitest";
import { z } from "zod";
import { startDemoPlatform } from "./demo-platform.ts";

const Mailbox = z.object({ messages: z.array(z.object({ to: z.array(z.string()), text: z.string() })) });

test("somebody signs up on the dashboard's address, confirms from the mailbox and is signed in", async () => {
  const { dashboard, sandbox, api } = await startDemoPlatform("accounts", { dashboard: true });
  const email = "ann@example.com";
  const form = { email, password: "correct horse battery", name: "Ann", organizationName: "Ann's homes" };
  const signUp = await fetch(`${dashboard}/api/v1/auth/sign-up/email`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: dashboard },
    body: JSON.stringify(form),
  });
  expect(signUp.status).toBe(200);

  const link = await vi.waitUntil(() => findLink(sandbox, email), { timeout: 5_000 });
  expect(link.startsWith(dashboard)).toBe(true);
  const confirmed = await fetch(link, { redirect: "manual" });
  const cookie = confirmed.headers.getSetCookie().map((set) => set.split(";")[0]);
  expect(confirmed.headers.getSetCookie().every((set) => /httponly/i.test(set))).toBe(true);

  const headers = { cookie: cookie.join("; "), origin: dashboard };
  const organizations = await fetch(`${dashboard}/api/v1/organizations`, { headers });
  expect(await organizations.json()).toMatchObject({ organizations: [{ name: "Ann's homes" }] });
  // The same cookie opens nothing on the public address.
  expect((await fetch(`${api}/api/v1/auth/get-session`, { headers })).status).toBe(404);
});

async function findLink(sandbox: string, to: string): Promise<string | undefined> {
  const { messages } = Mailbox.parse(await (await fetch(`${sandbox}/mailbox/messages`)).json());
  return /https?:\S+/.exec(messages.find((message) => message.to.includes(to))?.text ?? "")?.[0];
}
