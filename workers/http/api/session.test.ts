import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { createMember, createPerson } from "#tests/person.ts";

const SESSION = "/api/v1/session";
type Session = { organizations: { permissions: string[] }[] };

test("one answer says who somebody is, and of each of their organizations how it stands and what they may do", async () => {
  const owner = await createPerson();
  const id = await owner.createOrganization("Harbour");
  const stranger = await createPerson();
  await stranger.createOrganization("Another");
  const { body } = await owner.browser.get(SESSION);
  const slug = expect.stringMatching(/^harbour-/);
  expect(body).toEqual({
    user: {
      id: owner.userId,
      name: "Ann Example",
      email: owner.email,
      image: null,
      hasTwoFactor: false,
      hasPassword: true,
      isOperator: false,
    },
    now: expect.any(Number),
    organization: null,
    organizations: [
      {
        ...{ id, slug, name: "Harbour", state: "active", deletesAt: null, locale: null, role: "owner" },
        suspension: null,
        permissions: expect.arrayContaining(["organization:delete", "billing:write", "key:write"]),
        billing: {
          ...{ plan: "starter", status: "trialing", trialEndsAt: expect.any(Number) },
          ...{ pastDueSince: null, cancelAt: null, keptUntil: null },
        },
      },
    ],
  });
});

const belonging = ["organization:read", "member:read", "usage:read"];

test.each([
  ["viewer", [...belonging, "key:read", "grant:read", "grant:write", "connection:read", "tool:read"]],
  ["auditor", [...belonging, "activity:read", "billing:read"]],
])("the session of a %s has the permissions of that role", async (role, permissions) => {
  const owner = await createPerson();
  const person = await createMember(owner, await owner.createOrganization(), role);
  const { organizations } = (await person.browser.get(SESSION)).body as Session;
  expect(organizations[0]?.permissions.toSorted()).toEqual(permissions.toSorted());
});

test("an organization being deleted is in the session, and somebody without a password is told so", async () => {
  const owner = await createPerson();
  const id = await owner.createOrganization("Harbour");
  await owner.browser.send("DELETE", `/api/v1/organizations/${id}`, { name: "Harbour" });
  await env.DB.prepare("/* test */ delete from accounts where user_id = ?").bind(owner.userId).run();
  expect((await owner.browser.get(SESSION)).body).toMatchObject({
    user: { hasPassword: false },
    organizations: [{ id, state: "deleting", deletesAt: expect.any(Number) }],
  });
});
