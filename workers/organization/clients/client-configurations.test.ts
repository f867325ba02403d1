import { expect, test } from "vitest";
import { newId } from "#ids.ts";
import { getOnlyConnection } from "#tests/connections.ts";
import {
  createKey,
  createOrganization,
  dumpDatabase,
  getReceipt,
  getValue,
  listAudit,
  restart,
  setEntitlement,
  type TestOrganization,
} from "#tests/organization.ts";
import { advanceClock } from "#tests/sandbox.ts";
import type { CreateClientConfiguration } from "./create-client-configuration.ts";
import type { UpdateClientConfiguration } from "./update-client-configuration.ts";

const by = { actor: "user:anna" } as const;

async function create({ object }: TestOrganization, input: CreateClientConfiguration) {
  return getValue(await object.createClientConfiguration(by, input));
}

async function createConfigured(change: Partial<CreateClientConfiguration> = {}) {
  const organization = await createOrganization();
  const key = await createKey(organization);
  const input = { name: "Laptop", client: "cursor", key: key.id, ...change } as const;
  return { organization, key, input, configuration: await create(organization, input) };
}

const get = async ({ object }: TestOrganization, id: `cli_${string}`) =>
  getValue(await object.getClientConfiguration(id));

test("a configuration is listed with the masked key and the key's environment", async () => {
  const { organization, key, configuration } = await createConfigured();
  const expected = {
    name: "Laptop",
    client: "cursor",
    clientTitle: "Cursor",
    environment: "live",
    key: key.id,
    keyName: key.name,
    maskedKey: key.masked,
    keyState: "active",
    connections: null,
    createdBy: "user:anna",
  };
  expect(configuration).toMatchObject(expected);
  await restart(organization);
  expect(getValue(await organization.object.listClientConfigurations())).toEqual([configuration]);
});

test("the generated text names this deployment's address, and the key is nowhere in it or in the database", async () => {
  const { organization, key, configuration } = await createConfigured();
  const { setup } = await get(organization, configuration.id);
  expect(setup).toMatchObject({ file: "~/.cursor/mcp.json", language: "json" });
  expect(JSON.parse(setup.text)).toEqual({
    mcpServers: {
      "latchkey-laptop": {
        url: "https://latchkey.test/mcp",
        headers: { "X-API-Key": setup.placeholder },
      },
    },
  });
  expect(setup.text).not.toContain(key.secret);
  expect(await dumpDatabase(organization)).not.toContain(key.secret);
});

test("every change leaves a row, and so does a refusal", async () => {
  const { organization, input, configuration } = await createConfigured();
  const { id } = configuration;
  const { object } = organization;
  getValue(await object.updateClientConfiguration(by, id, { name: "Desk" }));
  getReceipt(await object.createClientConfiguration(by, { ...input, name: "" }));
  getValue(await object.deleteClientConfiguration(by, id));
  const rows = await listAudit(organization, { action: "clients/" });
  expect(rows.map(({ actor, action, result }) => `${actor} ${action} ${result}`)).toEqual([
    "user:anna clients/delete ok",
    "user:anna clients/create invalid_request",
    "user:anna clients/update ok",
    "user:anna clients/create ok",
  ]);
  expect(rows[2]?.details).toBe('{"changed":["name"],"to":{"name":"Desk"}}');
  expect(getReceipt(await object.getClientConfiguration(id)).code).toBe("not_found");
});

test("one more than the plan allows is refused with the limit, until one is deleted", async () => {
  const { organization, input, configuration } = await createConfigured();
  await setEntitlement(organization, { clientConfigurations: 2 });
  await create(organization, { ...input, name: "Second" });
  const third = () => organization.object.createClientConfiguration(by, { ...input, name: "Third" });
  expect(getReceipt(await third())).toMatchObject({ code: "plan_limit_reached", limit: 2, used: 2 });
  getValue(await organization.object.deleteClientConfiguration(by, configuration.id));
  expect((await third()).ok).toBe(true);
});

test("a configuration outlives its key, and says that the key is revoked", async () => {
  const { organization, key, configuration } = await createConfigured();
  getValue(await organization.object.deleteKey(by, key.id));
  expect(await get(organization, configuration.id)).toMatchObject({ key: key.id, keyState: "revoked" });
  const renamed = await organization.object.updateClientConfiguration(by, configuration.id, { name: "Old" });
  expect(getValue(renamed)).toMatchObject({ name: "Old", keyState: "revoked" });
});

test("a key that has expired shows", async () => {
  const organization = await createOrganization();
  const { id: key, createdAt } = await createKey(organization);
  getValue(await organization.object.updateKey(by, key, { expiresAt: createdAt + 3_600_000 }));
  const { id } = await create(organization, { name: "Laptop", client: "generic", key });
  expect(await get(organization, id)).toMatchObject({ keyState: "active" });
  await advanceClock("2h");
  expect(await get(organization, id)).toMatchObject({ keyState: "expired" });
});

test("regenerating a key takes its configurations along, and no others", async () => {
  const { organization, key, input, configuration } = await createConfigured();
  const other = await create(organization, {
    ...input,
    name: "Other",
    key: (await createKey(organization)).id,
  });
  const next = getValue(await organization.object.regenerateKey(by, key.id, { graceDays: 7 }));
  expect(await get(organization, configuration.id)).toMatchObject({
    key: next.id,
    maskedKey: next.masked,
    keyState: "active",
  });
  expect(await get(organization, other.id)).toMatchObject({ key: other.key });
});

test("a key of the other environment brings its environment along", async () => {
  const { organization, configuration } = await createConfigured();
  const key = await createKey(organization, { environment: "test" });
  const { object } = organization;
  const changed = await object.updateClientConfiguration(by, configuration.id, { key: key.id });
  expect(getValue(changed)).toMatchObject({ key: key.id, environment: "test" });
});

test("a connection that is disconnected later is no longer among a configuration's", async () => {
  const organization = await createOrganization();
  const { id: key } = await createKey(organization);
  const { id: connection } = await getOnlyConnection(organization);
  const connections = [connection, connection];
  const configuration = await create(organization, { name: "Laptop", client: "codex", key, connections });
  expect(configuration.connections).toEqual([connection]);
  getValue(await organization.object.disconnect(by, { connection }));
  expect((await get(organization, configuration.id)).connections).toEqual([]);
});

const wrong: [string, Partial<CreateClientConfiguration> & Record<string, unknown>, string][] = [
  ["no name", { name: " " }, "invalid_request"],
  ["a name that is too long", { name: "x".repeat(101) }, "invalid_request"],
  ["a name that is taken but for its letters' case", { name: "LAPTOP" }, "invalid_request"],
  ["a key that never was", { key: newId("key") }, "not_found"],
  ["the other environment than its key's", { environment: "test" }, "invalid_request"],
  ["a connection that is not there", { connections: [newId("con")] }, "not_found"],
  ["an empty list of connections", { connections: [] }, "invalid_request"],
];

test.each(wrong)(
  "a configuration with %s is refused, when it is made and when it is changed",
  async (_, change, code) => {
    const { organization, input } = await createConfigured();
    const { object } = organization;
    const { id } = await create(organization, { ...input, name: "Second" });
    const made = await object.createClientConfiguration(by, { ...input, name: "Third", ...change });
    expect(getReceipt(made).code).toBe(code);
    const changed = await object.updateClientConfiguration(by, id, change);
    expect(getReceipt(changed).code).toBe(code);
    expect(getValue(await object.listClientConfigurations())).toHaveLength(2);
  },
);

test("a client that is not in the catalogue or takes no key, a change of nothing and a change of the unchangeable are refused", async () => {
  const { organization, input, configuration } = await createConfigured();
  const { object } = organization;
  const clients: object[] = [{ client: "netscape" }, { client: "chatgpt" }];
  for (const client of clients) {
    const made = await object.createClientConfiguration(by, { ...input, name: "Second", ...client });
    expect(getReceipt(made).code).toBe("invalid_request");
  }
  const createdBy: object = { createdBy: "user:eve" };
  for (const change of [{}, ...clients, createdBy] as UpdateClientConfiguration[]) {
    const changed = await object.updateClientConfiguration(by, configuration.id, change);
    expect(getReceipt(changed).code).toBe("invalid_request");
  }
});

test("a name with quotes, unicode or script is kept as it is and breaks out of no text", async () => {
  const name = `"}}, "evil": {"<script>": '東京 $(id)`;
  const { organization, configuration } = await createConfigured({ name });
  expect(configuration.name).toBe(name);
  const { setup } = await get(organization, configuration.id);
  expect(Object.keys(JSON.parse(setup.text).mcpServers)).toEqual(["latchkey-evil-script-id"]);
});

test("another organization's configuration, key and connection are not there", async () => {
  const [theirs, mine] = [await createConfigured(), await createConfigured()];
  const { object } = mine.organization;
  const { id, key } = theirs.configuration;
  const { id: connection } = await getOnlyConnection(theirs.organization);
  const answers = [
    await object.getClientConfiguration(id),
    await object.updateClientConfiguration(by, id, { name: "Mine" }),
    await object.deleteClientConfiguration(by, id),
    await object.createClientConfiguration(by, { ...mine.input, name: "Second", key }),
    await object.updateClientConfiguration(by, mine.configuration.id, { connections: [connection] }),
  ];
  expect(answers.map((answer) => getReceipt(answer).code)).toEqual(Array(5).fill("not_found"));
  expect(getValue(await theirs.organization.object.listClientConfigurations())).toEqual([
    theirs.configuration,
  ]);
});
