import { expect, test } from "vitest";
import { z } from "zod";
import { startDemoPlatform } from "./demo-platform.ts";

const Started = z.object({ url: z.url() });

test("somebody signs in with Google and with GitHub as the sandbox plays them, over real sockets", async () => {
  const { dashboard } = await startDemoPlatform("providers", { dashboard: true });
  for (const provider of ["google", "github"]) {
    const email = `${provider}@example.com`;
    const session = await signIn(dashboard, provider, { email, name: "Ada", verified: "yes" });
    expect(session).toMatchObject({ user: { email, emailVerified: true } });
  }
});

async function signIn(dashboard: string, provider: string, person: Record<string, string>): Promise<unknown> {
  const auth = `${dashboard}/api/v1/auth`;
  const started = await fetch(`${auth}/sign-in/social`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: dashboard },
    body: JSON.stringify({ provider, callbackURL: "/" }),
  });
  const { url } = Started.parse(await started.json());
  const consented = await fetch(url, {
    method: "POST",
    body: new URLSearchParams(person),
    redirect: "manual",
  });
  const back = consented.headers.get("location") ?? "";
  expect(back.startsWith(`${auth}/callback/${provider}?`)).toBe(true);
  const signedIn = await fetch(back, { headers: { cookie: toCookie(started) }, redirect: "manual" });
  const session = await fetch(`${auth}/get-session`, { headers: { cookie: toCookie(signedIn) } });
  return session.json();
}

function toCookie(response: Response): string {
  const pairs = response.headers.getSetCookie().map((set) => set.split(";")[0]);
  return pairs.join("; ");
}
