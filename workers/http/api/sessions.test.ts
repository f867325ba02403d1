import { expect, test } from "vitest";
import { createBrowser } from "#tests/browser.ts";
import { createPerson, type Person } from "#tests/person.ts";

const SESSIONS = "/api/v1/sessions";
type Body = { sessions: { id: string; isCurrent: boolean }[] };

async function signInElsewhere({ email, password }: Person) {
  const browser = createBrowser();
  await browser.post("/api/v1/auth/sign-in/email", { email, password });
  return browser;
}

test("people see where they are signed in, without what would sign them in", async () => {
  const person = await createPerson();
  const elsewhere = await signInElsewhere(person);
  const { body } = await elsewhere.get(SESSIONS);
  const common = {
    id: expect.any(String),
    createdAt: expect.any(Number),
    lastUsedAt: expect.any(Number),
    // Of an IPv6 address, its network only.
    ip: expect.stringMatching(/^2001:0?db8:/),
    userAgent: "test browser",
  };
  expect(body).toEqual({
    sessions: [
      { ...common, isCurrent: true },
      { ...common, isCurrent: false },
    ],
  });
});

test("a session is ended by its id, and answers 401 from then on", async () => {
  const person = await createPerson();
  const elsewhere = await signInElsewhere(person);
  const { sessions } = (await person.browser.get(SESSIONS)).body as Body;
  const other = sessions.find(({ isCurrent }) => !isCurrent);
  expect((await person.browser.send("DELETE", `${SESSIONS}/${other?.id}`)).status).toBe(204);
  expect((await elsewhere.get("/api/v1/session")).status).toBe(401);
  expect((await person.browser.get("/api/v1/session")).status).toBe(200);
});

test("nobody ends the session of somebody else", async () => {
  const [person, stranger] = [await createPerson(), await createPerson()];
  const { sessions } = (await person.browser.get(SESSIONS)).body as Body;
  expect(sessions).toHaveLength(1);
  expect((await stranger.browser.send("DELETE", `${SESSIONS}/${sessions[0]?.id}`)).status).toBe(404);
  expect((await person.browser.get("/api/v1/session")).status).toBe(200);
});
