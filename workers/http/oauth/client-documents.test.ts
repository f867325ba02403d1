import { expect, onTestFinished, test, vi } from "vitest";
import { z } from "zod";
import { authorize, exchange, obtainCode } from "#tests/authorization.ts";
import { newAuthorization, openConsent, REDIRECT, refresh, Tokens } from "#tests/oauth.ts";
import { createPerson } from "#tests/person.ts";

const at = (name: string) => `https://claude-client.dev/oauth-clients/${name}.json`;
const Shown = z.object({ client: z.object({ name: z.string() }) });
const claude = { redirect_uri: "https://claude.ai/api/mcp/auth_callback" };

test("a client that is known by its address gets tokens without registering", async () => {
  const ann = await createPerson();
  const obtained = await obtainCode(ann, await ann.createOrganization(), {
    clientId: at("claude"),
    change: claude,
  });
  expect((await exchange(obtained)).status).toBe(200);
});

test.each([503, 429])("a client whose site answers %i just now keeps its tokens", async (status) => {
  const ann = await createPerson();
  const obtained = await obtainCode(ann, await ann.createOrganization(), {
    clientId: at("claude"),
    change: claude,
  });
  const { refresh_token } = Tokens.parse((await exchange(obtained)).body);
  vi.spyOn(console, "warn").mockImplementation(() => {});
  vi.spyOn(globalThis, "fetch").mockResolvedValue(new Response(null, { status }));
  const failed = await refresh(at("claude"), refresh_token);
  vi.restoreAllMocks();
  expect([failed.status, failed.body]).toEqual([
    503,
    expect.objectContaining({ error: "temporarily_unavailable" }),
  ]);
  expect((await refresh(at("claude"), refresh_token)).status).toBe(200);
});

test("the consent page says whose it is, which the address proves, and where access goes", async () => {
  const ann = await createPerson();
  await ann.createOrganization();
  const { query } = newAuthorization(at("claude"), claude);
  expect(await openConsent(ann, query)).toMatchObject({
    client: {
      name: "Claude",
      domain: "claude-client.dev",
      uri: "https://claude.ai",
      redirectUri: claude.redirect_uri,
      redirectHost: "claude.ai",
      isLocal: false,
    },
  });
});

test("a name that would fill the page or turn it round is shown short and plain", async () => {
  const ann = await createPerson();
  await ann.createOrganization();
  const { client } = Shown.parse(await openConsent(ann, newAuthorization(at("loud")).query));
  expect(client.name).toMatch(/^Official Latchkey Latchkey .*…$/);
  expect(client.name).toHaveLength(100);
});

const faulty = [
  "huge",
  "impostor",
  "not-json",
  "redirecting",
  "nobody",
  "without-redirects",
  "without-name",
  "dangerous",
  "with-secret",
];

test.each(faulty)("a client whose document is %s gets a page, and nobody is sent anywhere", async (name) => {
  const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
  onTestFinished(() => warn.mockRestore());
  const { status, text, to } = await authorize(newAuthorization(at(name)).query);
  expect([status, to]).toEqual([400, null]);
  expect(text).toContain("What claude-client.dev says of it could not be read, or is not valid.");
  expect(warn.mock.calls.flat().join()).toContain("oauth.client-not-read");
});

test("a client that found an open redirect at a good site does not come under its name", async () => {
  const { status, text, to } = await authorize(newAuthorization(at("open-redirect"), claude).query);
  expect([status, to]).toEqual([400, null]);
  expect(text).toContain("not at its own address");
});

test("a client that takes longer than ten seconds to say who it is gets a page", async () => {
  vi.spyOn(console, "warn").mockImplementation(() => {});
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  onTestFinished(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });
  const asking = authorize(newAuthorization(at("slow")).query);
  while (vi.getTimerCount() === 0) await scheduler.wait(5);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await asking).toMatchObject({ status: 400, to: null });
});

test("a client at an address that its own document does not list is not sent anybody", async () => {
  const { query } = newAuthorization(at("claude"), { redirect_uri: REDIRECT });
  expect(await authorize(query)).toMatchObject({ status: 400, to: null });
});

test.each(["https://claude-client.dev", "https://claude-client.dev/oauth-clients/../claude.json"])(
  "%s names no document",
  async (clientId) => {
    vi.spyOn(console, "warn").mockImplementation(() => {});
    onTestFinished(() => {
      vi.restoreAllMocks();
    });
    expect(await authorize(newAuthorization(clientId, claude).query)).toMatchObject({
      status: 400,
      to: null,
    });
  },
);
