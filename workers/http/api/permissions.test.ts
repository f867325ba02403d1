import { expect, test } from "vitest";
import { mayRole, type Role, roles } from "#directory/roles.ts";
import { createBrowser } from "#tests/browser.ts";
import { createMember, createPerson, type Person } from "#tests/person.ts";
import { routes, toRolesPage } from "#tests/routes.ts";

const toAddress = (path: string, organization: string) =>
  path
    .replace("{organization}", organization)
    .replace("{key}", "key_0000000000000000")
    .replace("{connection}", "con_0000000000000000")
    .replace("{client}", "cli_0000000000000000")
    .replace("{webhook}", "whk_0000000000000000")
    .replace("{delivery}", "dlv_0000000000000000")
    .replace("{event}", "evt_none")
    .replace("{mail}", "1")
    .replace("{member}", "nobody")
    .replace("{invitation}", "none");

const ask = async (
  { method, operationId, path }: (typeof routes)[number],
  id: string,
  { send }: Pick<Browser, "send">,
) => {
  const body = ["POST", "PUT", "PATCH", "DELETE"].includes(method) ? {} : undefined;
  const { status } = await send(method, toAddress(path, id), body);
  return `${operationId} ${status}`;
};
type Browser = ReturnType<typeof createBrowser>;

test("every route says who may use it: a role below an organization, operators in the console, elsewhere whoever is signed in", () => {
  const isBelow = ({ path }: (typeof routes)[number]) =>
    path.startsWith("/api/v1/organizations/{organization}");
  const below = routes.filter(isBelow);
  expect(below.length).toBeGreaterThan(30);
  expect(below.filter(({ permission }) => typeof permission !== "object")).toEqual([]);
  const forOperators = routes.filter(({ path }) => path.startsWith("/api/v1/operator/"));
  expect(forOperators.length).toBeGreaterThan(10);
  expect(forOperators.filter(({ permission }) => permission !== "operator")).toEqual([]);
  const open = routes.filter(({ permission }) => permission === undefined);
  expect(open.map(({ operationId }) => operationId)).toEqual([
    "getHealth",
    "getSignInOptions",
    "listPlans",
    "getPlan",
    "getLegalText",
    "getInvitationCard",
  ]);
});

test("the document of the API that a session opens names every route and its permission", async () => {
  const { body, status } = await createBrowser().get("/api/v1/openapi.json");
  expect(status).toBe(200);
  for (const { method, path, permission } of routes) {
    expect(body).toHaveProperty(["paths", path, method.toLowerCase(), "summary"]);
    if (permission !== undefined)
      expect(body).toHaveProperty(["paths", path, method.toLowerCase(), "x-permission"], permission);
  }
});

test("the page of roles and routes is the code's", async () => {
  await expect(toRolesPage()).toMatchFileSnapshot("../../../docs/roles.md");
});

test("every route about the person who asks is refused to a stranger", async () => {
  for (const route of routes.filter(({ permission }) => permission === "signed in")) {
    expect(await ask(route, "", createBrowser())).toBe(`${route.operationId} 401`);
  }
});

test("every route of the operator console is refused to a stranger, and is not there for an owner", async () => {
  const owner = await createPerson();
  const id = await owner.createOrganization();
  for (const route of routes.filter(({ permission }) => permission === "operator")) {
    expect(await ask(route, id, createBrowser())).toBe(`${route.operationId} 401`);
    expect(await ask(route, id, owner.browser)).toBe(`${route.operationId} 404`);
  }
});

test("every route is refused to a stranger and to another organization's owner", async () => {
  const [owner, other] = [await createPerson(), await createPerson()];
  const [id] = [await owner.createOrganization(), await other.createOrganization()];
  for (const route of routes.filter(({ permission }) => typeof permission === "object")) {
    expect(await ask(route, id, createBrowser())).toBe(`${route.operationId} 401`);
    expect(await ask(route, id, other.browser)).toBe(`${route.operationId} 404`);
  }
});

test.each(Object.keys(roles) as Role[])(
  "every route is open to the role %s, or refused, as it says",
  async (role) => {
    const founder = await createPerson();
    const id = await founder.createOrganization();
    const person: Person = role === "owner" ? founder : await createMember(founder, id, role);
    // Leaving comes last.
    const asked = routes.toSorted(
      (a, b) => Number(a.path.endsWith("/leave")) - Number(b.path.endsWith("/leave")),
    );
    for (const route of asked) {
      const { operationId, permission } = route;
      if (typeof permission !== "object") continue;
      const answer = await ask(route, id, person.browser);
      if (mayRole(role, permission)) expect(answer).not.toMatch(/ (401|403|500)$/);
      else expect(answer).toBe(`${operationId} 403`);
    }
  },
);

test("what another site posts with a session's cookie is refused", async () => {
  const owner = await createPerson();
  const id = await owner.createOrganization();
  for (const route of routes.filter(({ method }) => method !== "GET")) {
    expect(await ask(route, id, owner.browser.from("https://evil.example"))).toBe(`${route.operationId} 403`);
  }
});
