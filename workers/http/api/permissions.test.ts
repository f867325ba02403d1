import { expect, test } from "vitest";
import { z } from "zod";
import { mayRole, type Permission, type Role, roles } from "#directory/roles.ts";
import { createBrowser } from "#tests/browser.ts";
import { createMember, createPerson } from "#tests/person.ts";
import { dashboardApp } from "../../app.ts";

const Operation = z.looseObject({
  operationId: z.string(),
  "x-permission": z.custom<Permission>().optional(),
});
const { paths = {} } = dashboardApp.getOpenAPI31Document({
  openapi: "3.1.0",
  info: { title: "", version: "" },
});

const routes = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).flatMap(([method, described]) => {
    const { operationId, "x-permission": permission } = Operation.parse(described);
    return permission === undefined ? [] : [{ path, method: method.toUpperCase(), operationId, permission }];
  }),
);

const toAddress = (path: string, organization: string) =>
  path
    .replace("{organization}", organization)
    .replace("{key}", "key_0000000000000000")
    .replace("{connection}", "con_0000000000000000");

test("every route below an organization names who may use it", () => {
  expect(routes.length).toBeGreaterThan(0);
  const below = Object.keys(paths).filter((path) => path.includes("{organization}"));
  expect(new Set(routes.map(({ path }) => path))).toEqual(new Set(below));
});

test("every route is refused to a stranger, to another organization's owner and to a role that is too low", async () => {
  const [owner, other] = [await createPerson(), await createPerson()];
  const [id] = [await owner.createOrganization(), await other.createOrganization()];
  const people = new Map<Role, typeof owner>();
  for (const role of Object.keys(roles) as Role[]) {
    people.set(role, role === "owner" ? owner : await createMember(owner, id, role));
  }
  for (const { method, path, permission, operationId } of routes) {
    const ask = async ({ send }: ReturnType<typeof createBrowser>) => {
      const { status } = await send(
        method,
        toAddress(path, id),
        ["POST", "PUT", "PATCH"].includes(method) ? {} : undefined,
      );
      return `${operationId} ${status}`;
    };
    expect(await ask(createBrowser())).toBe(`${operationId} 401`);
    expect(await ask(other.browser)).toBe(`${operationId} 404`);
    for (const [role, { browser }] of people) {
      const answer = await ask(browser);
      if (mayRole(role, permission)) expect([role, answer]).not.toEqual([role, `${operationId} 403`]);
      else expect([role, answer]).toEqual([role, `${operationId} 403`]);
    }
  }
});
