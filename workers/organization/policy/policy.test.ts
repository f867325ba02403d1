import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { forOrganization, type Policy } from "#directory/directory.ts";
import { pushPolicy } from "#lifecycle/push-policy.ts";
import { database } from "#tests/database.ts";
import {
  addMembers,
  callRest,
  createKey,
  createOrganization,
  getReceipt,
  getValue,
  restart,
  type TestOrganization,
} from "#tests/organization.ts";
import { advanceClock } from "#tests/sandbox.ts";

async function createWithMember(role: Parameters<typeof addMembers>[1] = "member") {
  const organization = await createOrganization();
  await addMembers(organization, role, "ann");
  const key = await createKey(organization, { memberId: "ann", scopes: ["read", "write"] });
  return { organization, key };
}

const scopesOf = async ({ object }: TestOrganization, secret: string) =>
  getValue(await object.identify(secret)).scopes;

const setRole = ({ id }: TestOrganization, role: string) =>
  database.prepare("update members set role = ? where organization_id = ?").bind(role, id).run();

const readPolicy = async ({ id }: TestOrganization): Promise<Policy> => {
  const policy = await forOrganization(env.DB, id).findPolicy();
  if (policy === null) throw new Error("The Directory does not know this organization.");
  return policy;
};

const codeOf = async (secret: string) => (await callRest(secret, "get_properties")).error?.code ?? "ok";

test.each([
  ["owner", ["read", "write"]],
  ["admin", ["read", "write"]],
  ["member", ["read", "write"]],
  ["viewer", ["read"]],
  ["auditor", []],
] as const)("the key of %s reaches no further than the role", async (role, scopes) => {
  const { organization, key } = await createWithMember(role);
  expect(await scopesOf(organization, key.secret)).toEqual(scopes);
});

test("a key's reach follows its member's role, down and up again", async () => {
  const { organization, key } = await createWithMember();
  await setRole(organization, "auditor");
  await pushPolicy(env, organization.id);
  expect(await codeOf(key.secret)).toBe("insufficient_scope");
  await setRole(organization, "viewer");
  await pushPolicy(env, organization.id);
  expect(await codeOf(key.secret)).toBe("ok");
});

test("a key that somebody made without a member reaches no further than its maker's role", async () => {
  const organization = await createOrganization();
  await addMembers(organization, "admin", "ann");
  const made = await organization.object.createKey(
    { actor: "user:ann" },
    { name: "Office", scopes: ["read", "write"] },
  );
  const { secret } = getValue(made);
  expect(await scopesOf(organization, secret)).toEqual(["read", "write"]);
  await setRole(organization, "viewer");
  await pushPolicy(env, organization.id);
  expect(await scopesOf(organization, secret)).toEqual(["read"]);
});

test("a push that was lost is made up for in ten minutes, and by an object that wakes", async () => {
  const { organization, key } = await createWithMember();
  await setRole(organization, "auditor");
  expect(await codeOf(key.secret)).toBe("ok");
  await advanceClock("11m");
  await expect.poll(() => codeOf(key.secret)).toBe("insufficient_scope");
  await setRole(organization, "member");
  await restart(organization);
  expect(await codeOf(key.secret)).toBe("ok");
});

test("an older policy that arrives late changes nothing", async () => {
  const { organization, key } = await createWithMember();
  const old = await readPolicy(organization);
  await setRole(organization, "auditor");
  await pushPolicy(env, organization.id);
  getValue(await organization.object.setPolicy(old));
  expect(await codeOf(key.secret)).toBe("insufficient_scope");
});

test("a key is not bound to somebody who is no member", async () => {
  const { object } = await createOrganization();
  const refused = await object.createKey({ actor: "system" }, { name: "Theirs", memberId: "nobody" });
  expect(getReceipt(refused)).toMatchObject({ code: "invalid_request", whoCanFix: "you" });
});

test("a member's keys reach only the connectors that the member may use", async () => {
  const { organization, key } = await createWithMember();
  await database
    .prepare("update members set connectors = '[]' where organization_id = ?")
    .bind(organization.id)
    .run();
  await pushPolicy(env, organization.id);
  expect(await codeOf(key.secret)).toBe("insufficient_scope");
  expect(await codeOf(organization.apiKey)).toBe("ok");
});

test("the organization's address list closes every key elsewhere, and its own list still counts", async () => {
  const { organization } = await createWithMember();
  const list = { ...(await readPolicy(organization)), ipAllowList: ["198.51.100.0/24"] };
  getValue(await organization.object.setPolicy(list));
  const ask = async (ip?: string) => {
    const answer = await organization.object.identify(organization.apiKey, ip);
    return answer.ok ? "ok" : answer.receipt.code;
  };
  expect(await ask("198.51.100.7")).toBe("ok");
  expect(await ask("203.0.113.7")).toBe("ip_not_allowed");
  expect(await ask()).toBe("ip_not_allowed");
});

test("a closed organization refuses every key, and says who can reopen it", async () => {
  const { organization, key } = await createWithMember();
  getValue(await organization.object.setPolicy({ ...(await readPolicy(organization)), closed: true }));
  for (const secret of [key.secret, organization.apiKey]) {
    expect((await callRest(secret, "get_properties")).error).toMatchObject({
      code: "organization_closed",
      whoCanFix: "owner",
    });
  }
});

test("the policy of one organization leaves another's keys alone", async () => {
  const [one, other] = [await createWithMember(), await createWithMember()];
  await setRole(one.organization, "auditor");
  await pushPolicy(env, one.organization.id);
  expect(await codeOf(other.key.secret)).toBe("ok");
});
