import { expect, test } from "vitest";
import { z } from "zod";
import { createBrowser } from "#tests/browser.ts";
import { database } from "#tests/database.ts";
import { CONSOLE, createNamed, createOperator } from "#tests/operator.ts";
import { createOrganization, listAudit } from "#tests/organization.ts";
import { createPerson, type Person } from "#tests/person.ts";
import { routes } from "#tests/routes.ts";
import { turnOnTwoFactor } from "#tests/two-factor.ts";

const consoleRoutes = routes.filter(({ permission }) => permission === "operator");

const ask = async ({ browser }: Pick<Person, "browser">, route: (typeof routes)[number], id: string) => {
  const path = route.path
    .replace("{organization}", id)
    .replace("{event}", "evt_none")
    .replace("{mail}", "999999");
  const { body, status } = await browser.send(route.method, path, route.method === "GET" ? undefined : {});
  const code = z.object({ error: z.object({ code: z.string() }) }).safeParse(body).data?.error.code;
  return { status, code };
};

const NOWHERE = "org_0000000000000000";

test("every route of the console is refused to a stranger", async () => {
  for (const route of consoleRoutes) {
    const answer = await ask({ browser: createBrowser() }, route, NOWHERE);
    expect([route.operationId, answer]).toEqual([route.operationId, { status: 401, code: "not_signed_in" }]);
  }
});

test("to an owner, and to a named address that is not verified, the console answers as if nothing were there", async () => {
  const owner = await createPerson();
  await turnOnTwoFactor(owner);
  const unverified = await createNamed({ isVerified: false });
  await turnOnTwoFactor(unverified);
  const nothing = (await owner.browser.get("/api/v1/no-such-thing")).body;
  for (const person of [owner, unverified]) {
    for (const route of consoleRoutes) {
      const answer = await ask(person, route, NOWHERE);
      expect([route.operationId, answer]).toEqual([route.operationId, { status: 404, code: "not_found" }]);
    }
    expect((await person.browser.get(`${CONSOLE}/overview`)).body).toEqual(nothing);
  }
});

test("the operator's address opens nothing without a second factor", async () => {
  const named = await createNamed();
  for (const route of consoleRoutes) {
    const answer = await ask(named, route, NOWHERE);
    expect([route.operationId, answer]).toEqual([
      route.operationId,
      { status: 403, code: "two_factor_required" },
    ]);
  }
});

test("the operator is let in everywhere", async () => {
  const operator = await createOperator();
  const { id } = await createOrganization();
  for (const route of consoleRoutes) {
    const { status } = await ask(operator, route, id);
    // No such event, no such mail, no reason given, not suspended.
    const expected = {
      replayStripeEvent: 404,
      retryOperatorMail: 404,
      suspendOrganization: 400,
      resumeOrganization: 409,
    }[route.operationId];
    expect([route.operationId, status]).toEqual([route.operationId, expected ?? 200]);
  }
});

test("a session says whether it is an operator's", async () => {
  const [owner, operator] = [await createPerson(), await createOperator()];
  expect((await owner.browser.get("/api/v1/session")).body).toMatchObject({ user: { isOperator: false } });
  expect((await operator.browser.get("/api/v1/session")).body).toMatchObject({ user: { isOperator: true } });
});

const Looks = z.object({
  looks: z.array(
    z.object({
      operation: z.string(),
      target: z.string().nullable(),
      userId: z.string(),
      email: z.string(),
      ip: z.string(),
    }),
  ),
  nextCursor: z.string().nullable(),
});

test("each look is written down with who, what and where from, also one that finds nothing", async () => {
  const operator = await createOperator();
  const { id } = await createOrganization();
  await database.prepare("delete from operator_looks").run();
  await operator.browser.get(`${CONSOLE}/organizations/${id}`);
  await operator.browser.get(`${CONSOLE}/organizations/${NOWHERE}`);
  await operator.browser.get(`${CONSOLE}/organizations?search=somebody`);
  const seen: z.infer<typeof Looks>["looks"] = [];
  for (let query: string | null = "limit=3"; query !== null; ) {
    const page = Looks.parse((await operator.browser.get(`${CONSOLE}/looks?${query}`)).body);
    seen.push(...page.looks);
    query = page.nextCursor && `limit=3&cursor=${encodeURIComponent(page.nextCursor)}`;
  }
  expect(seen.map(({ operation, target }) => `${operation} ${target}`).toSorted()).toEqual(
    [
      `getOperatorOrganization ${NOWHERE}`,
      `getOperatorOrganization ${id}`,
      "listOperatorLooks ?limit=3",
      "listOperatorOrganizations ?search=somebody",
    ].toSorted(),
  );
  const who = { userId: operator.userId, email: operator.email, ip: operator.browser.ip };
  expect(seen).toEqual(seen.map((look) => expect.objectContaining({ ...look, ...who })));
});

test("a look at an organization is in its own activity too, and in no other's", async () => {
  const operator = await createOperator();
  const [seen, other] = [await createOrganization(), await createOrganization()];
  await operator.browser.get(`${CONSOLE}/organizations/${seen.id}`);
  const looks = (await listAudit(seen)).filter(({ action }) => action === "operator/look");
  expect(looks).toMatchObject([
    { actor: `operator:${operator.userId}`, target: "getOperatorOrganization", result: "ok" },
  ]);
  expect((await listAudit(other)).filter(({ action }) => action === "operator/look")).toEqual([]);
});

test("whoever is refused leaves no look", async () => {
  const named = await createNamed();
  const { id } = await createOrganization();
  await named.browser.get(`${CONSOLE}/organizations/${id}`);
  await turnOnTwoFactor(named);
  const { looks } = Looks.parse((await named.browser.get(`${CONSOLE}/looks?target=${id}`)).body);
  expect(looks).toEqual([]);
});

test("what makes no sense is refused", async () => {
  const operator = await createOperator();
  const bad = [
    "organizations?limit=0",
    "organizations?status=gone",
    "organizations?cursor=x",
    "events?state=x",
  ];
  const more = ["events?organization=x", "mails?state=sent", "looks?cursor=%00", "drifts?kind=x"];
  for (const path of [...bad, ...more]) {
    const { status } = await operator.browser.get(`${CONSOLE}/${path}`);
    expect([path, status]).toEqual([path, 400]);
  }
  const { status } = await operator.browser.post(`${CONSOLE}/mails/none/retry`);
  expect(status).toBe(400);
  expect((await operator.browser.get(`${CONSOLE}/organizations/%27%20or%201=1`)).status).toBe(404);
});
