import { expect, test } from "vitest";
import { z } from "zod";
import { getOnlyConnection } from "#tests/connections.ts";
import { addFakeTool } from "#tests/fake-write.ts";
import { letIn } from "#tests/grants.ts";
import {
  addMembers,
  alterDatabase,
  callRest,
  createKey,
  createOrganization,
  getValue,
  listAudit,
  readTable,
  type TestOrganization,
} from "#tests/organization.ts";

const by = { actor: "user:anna" } as const;
const Line = z.looseObject({ kind: z.string() });

async function exportText({ object }: TestOrganization): Promise<string> {
  return new Response(getValue(await object.exportOrganization(by))).text();
}

const toLines = (text: string) =>
  text
    .trimEnd()
    .split("\n")
    .map((line) => Line.parse(JSON.parse(line)));

/** One of everything that an organization can own, and a key that is gone. */
async function createFull(city = "Austin") {
  const organization = await createOrganization();
  const { object } = organization;
  const gone = await createKey(organization, { name: "Gone" });
  getValue(await object.deleteKey(by, gone.id));
  const key = await createKey(organization, { name: "Office" });
  const configuration = { name: "Laptop", client: "cursor", key: key.id } as const;
  getValue(await object.createClientConfiguration(by, configuration));
  await callRest(key.secret, "get_properties", { city });
  await addMembers(organization, "member", "anna");
  await letIn(organization, "anna");
  return { organization, key, gone };
}

test("every thing is there, once and with its kind, and the export itself is the last line", async () => {
  const { organization, key } = await createFull();
  const fake = addFakeTool();
  const writer = await createKey(organization, { name: "Writer", scopes: ["write"] });
  await callRest(writer.secret, fake.name, { changing: { door: "blue", room: "red" } });
  const lines = toLines(await exportText(organization));
  const count = (kind: string) => lines.filter((line) => line.kind === kind).length;
  const tables = {
    organization: "organization",
    key: "api_keys",
    grant: "grants",
    connection: "connections",
    client_configuration: "client_configurations",
    change: "changes",
    change_item: "change_items",
    usage: "usage",
    audit: "audit_log",
  };
  for (const [kind, table] of Object.entries(tables)) {
    expect([kind, count(kind)]).toEqual([kind, (await readTable(organization, table)).length]);
  }
  expect(lines[0]).toEqual({ kind: "organization", id: organization.id });
  expect(lines[1]).toMatchObject({ kind: "entitlement", plan: "starter", auditDays: 30 });
  expect(lines.filter(({ kind }) => kind === "key").map(({ name }) => name)).toEqual([
    "Demo",
    "Gone",
    "Office",
    "Writer",
  ]);
  const used = lines.find(({ kind, actor }) => kind === "usage" && actor === key.id);
  expect(used).toMatchObject({ calls: 1, billable: 1 });
  expect(lines.at(-1)).toMatchObject({ kind: "audit", actor: "user:anna", action: "organization/export" });
});

test("audit rows come as they are listed, with their details opened", async () => {
  const { organization } = await createFull();
  const rows = toLines(await exportText(organization)).filter(({ kind }) => kind === "audit");
  const listed = (await listAudit(organization)).reverse();
  expect(rows).toEqual(listed.map(({ grant: _g, keyName: _k, ...row }) => ({ kind: "audit", ...row })));
  expect(JSON.stringify(rows)).toContain("Austin");
});

test("no secret is in it, in the clear or encrypted", async () => {
  const { organization, key, gone } = await createFull();
  const text = await exportText(organization);
  const [connection] = await readTable(organization, "connections");
  const hashes = (await readTable(organization, "api_keys")).map(({ hash }) => hash);
  const secrets = [
    key.secret,
    gone.secret,
    organization.apiKey,
    organization.account.clientSecret,
    connection?.credential,
    connection?.token,
    ...hashes,
  ];
  for (const secret of secrets) {
    expect(secret).toEqual(expect.any(String));
    expect(text).not.toContain(secret);
  }
});

test("nothing of another organization is in it", async () => {
  const [one, other] = [await createFull("Unmistakable"), await createFull()];
  const text = await exportText(other.organization);
  expect(await exportText(one.organization)).toContain("Unmistakable");
  const foreign = [one.organization.id, one.key.id, (await getOnlyConnection(one.organization)).id];
  for (const part of ["Unmistakable", ...foreign]) expect(text).not.toContain(part);
});

test("a large organization comes in chunks, each of them small, and complete", async () => {
  const { organization } = await createFull();
  await alterDatabase(
    organization,
    `with recursive numbers(n) as (select 1 union all select n + 1 from numbers where n < 3000)
      insert into usage (day, actor, tool, calls, billable, errors, duration_ms, last_at)
      select '2027-01-01', 'key_' || (n % 7), 'tool_' || n, 1, 1, 0, 5, 0 from numbers`,
  );
  let text = "";
  let largest = 0;
  const decoder = new TextDecoder();
  for await (const chunk of getValue(await organization.object.exportOrganization(by))) {
    largest = Math.max(largest, chunk.length);
    text += decoder.decode(chunk, { stream: true });
  }
  const tools = toLines(text).flatMap(({ kind, tool }) => (kind === "usage" ? [tool] : []));
  expect(new Set(tools).size).toBe(3_001);
  expect(tools).toHaveLength(3_001);
  expect(largest).toBeLessThan(200_000);
});
