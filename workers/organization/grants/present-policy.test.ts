import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { forOrganization } from "#directory/directory.ts";
import { getNow } from "#lib/get-now.ts";
import { pushPolicy } from "#lifecycle/push-policy.ts";
import { resumeOrganization } from "#lifecycle/resume-organization.ts";
import { suspendOrganization } from "#lifecycle/suspend-organization.ts";
import { tryToken } from "#tests/authorization.ts";
import { database } from "#tests/database.ts";
import { letIn } from "#tests/grants.ts";
import { postMcp, toHeaders, toMessage } from "#tests/mcp.ts";
import { askMcp } from "#tests/oauth.ts";
import { addMembers, createOrganization, getValue, type TestOrganization } from "#tests/organization.ts";

async function connect() {
  const organization = await createOrganization();
  await addMembers(organization, "member", "anna");
  return { organization, ...(await letIn(organization, "anna", { scopes: ["read", "write"] })) };
}

async function setRole({ id }: TestOrganization, role: string) {
  await database.prepare("update members set role = ? where organization_id = ?").bind(role, id).run();
  await pushPolicy(env, id);
}

test("an assistant's reach follows its member's role, down and up again", async () => {
  const { organization, token } = await connect();
  const write = async () => {
    const args = { title: "Towels", dry_run: true };
    const { text } = await askMcp(token, "tools/call", { name: "create_task", arguments: args });
    return text.includes("insufficient_scope");
  };
  expect(await write()).toBe(false);
  await setRole(organization, "viewer");
  expect(await write()).toBe(true);
  await setRole(organization, "member");
  expect(await write()).toBe(false);
});

test("a suspension shuts assistants out at once, and its end lets the same ones in again", async () => {
  const { organization, token } = await connect();
  const now = await getNow(env);
  const suspension = { env, id: organization.id, now, by: { actor: "operator:olga" } } as const;
  expect(await tryToken(token)).toEqual([200, null]);
  await suspendOrganization(suspension, { reason: "Spam" });
  expect(await tryToken(token)).toEqual([403, "organization_suspended"]);
  await resumeOrganization(suspension);
  expect(await tryToken(token)).toEqual([200, null]);
});

test("the organization's address list holds for assistants too", async () => {
  const { organization, token } = await connect();
  const policy = await forOrganization(env.DB, organization.id).findPolicy();
  if (policy === null) throw new Error("The Directory does not know this organization.");
  getValue(await organization.object.setPolicy({ ...policy, ipAllowList: ["160.79.104.0/21"] }));
  const askFrom = async (ip: string) => {
    const headers = { ...toHeaders("legacy", "tools/list"), authorization: `Bearer ${token}` };
    const body = JSON.stringify(toMessage("legacy", "tools/list"));
    const { status, text } = await postMcp({ ...headers, "cf-connecting-ip": ip }, body);
    return status === 200 ? "ok" : JSON.parse(text).error.code;
  };
  expect(await askFrom("160.79.111.255")).toBe("ok");
  expect(await askFrom("160.79.112.0")).toBe("ip_not_allowed");
});
