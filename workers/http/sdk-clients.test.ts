import {
  Client,
  StreamableHTTPClientTransport,
  type VersionNegotiationMode,
} from "@modelcontextprotocol/client";
import { CfWorkerJsonSchemaValidator } from "@modelcontextprotocol/client/validators/cf-worker";
import { Client as OlderClient } from "@modelcontextprotocol/sdk/client/index.js";
import { StreamableHTTPClientTransport as OlderTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import { expect, onTestFinished, test } from "vitest";
import { listTools } from "#organization/tools/tool-table.ts";
import { createKey, createOrganization, fetchApi, type TestOrganization } from "#tests/organization.ts";
import { listSampleCalls } from "#tests/tool-arguments.ts";

const address = new URL("https://latchkey.test/mcp?toolsets=all");
const clientInfo = { name: "test", version: "1" };

const toOptions = ({ apiKey }: TestOrganization) => ({
  requestInit: { headers: { "x-api-key": apiKey } },
  fetch: (url: string | URL, init?: RequestInit) => {
    const { pathname, search } = new URL(url);
    return fetchApi(`${pathname}${search}`, init);
  },
});

/** The parts of both clients that are used here; they carry the same names and shapes. */
interface AnyClient {
  listTools(): Promise<{ tools: { name: string }[] }>;
  callTool(params: { name: string; arguments: Record<string, unknown> }): Promise<Record<string, unknown>>;
  listResources(): Promise<{ resources: { uri: string }[] }>;
  readResource(params: { uri: string }): Promise<{ contents: object[] }>;
  listPrompts(): Promise<{ prompts: { name: string }[] }>;
  getPrompt(params: { name: string; arguments: Record<string, string> }): Promise<{ messages: object[] }>;
  getServerVersion(): { name: string } | undefined;
  getInstructions(): string | undefined;
  close(): Promise<void>;
}

async function connectOlder(organization: TestOrganization): Promise<AnyClient> {
  const client = new OlderClient(clientInfo, { jsonSchemaValidator: new CfWorkerJsonSchemaValidator() });
  await client.connect(new OlderTransport(address, toOptions(organization)));
  return client;
}

const connectNewer = (mode: VersionNegotiationMode) => async (organization: TestOrganization) => {
  const client = new Client(clientInfo, { versionNegotiation: { mode } });
  await client.connect(new StreamableHTTPClientTransport(address, toOptions(organization)));
  return client;
};

const clients: [string, (organization: TestOrganization) => Promise<AnyClient>][] = [
  ["SDK 1.32", connectOlder],
  ["SDK 2.4, legacy", connectNewer("legacy")],
  ["SDK 2.4, auto", connectNewer("auto")],
  ["SDK 2.4, pinned to 2026-07-28", connectNewer({ pin: "2026-07-28" })],
];

async function open(connect: (organization: TestOrganization) => Promise<AnyClient>) {
  const organization = await createOrganization();
  const client = await connect(organization);
  onTestFinished(() => client.close());
  return { client, organization };
}

test.each(clients)("%s connects and is introduced", async (_, connect) => {
  const { client } = await open(connect);
  expect(client.getServerVersion()).toMatchObject({ name: "latchkey" });
  expect(client.getInstructions()).toContain("get_properties");
});

test.each(clients)("%s calls every tool, and every answer passes its output schema", async (_, connect) => {
  const { client, organization } = await open(connect);
  const { tools } = await client.listTools();
  const readers = listTools().filter(({ scope }) => scope === "read");
  expect(tools.map(({ name }) => name)).toEqual(readers.map(({ tool }) => tool.name));
  for (const { name, args } of await listSampleCalls(organization.apiKey)) {
    const answer = await client.callTool({ name, arguments: { ...args } });
    expect(answer.isError, name).toBeFalsy();
    expect(answer.structuredContent, name).toEqual(expect.any(Object));
  }
});

test.each(clients)("%s is told of mistakes as errors of the tool", async (_, connect) => {
  const { client } = await open(connect);
  await client.listTools();
  const answer = await client.callTool({ name: "get_booking_details", arguments: { booking_id: 1 } });
  expect(answer.isError).toBe(true);
  expect(JSON.stringify(answer.content)).toContain("not_found");
  await expect(client.callTool({ name: "no_such_tool", arguments: {} })).rejects.toMatchObject({
    code: -32_602,
  });
});

test.each(clients)("%s reads resources", async (_, connect) => {
  const { client } = await open(connect);
  const { resources } = await client.listResources();
  const uris = resources.map(({ uri }) => uri);
  expect(uris).toEqual(expect.arrayContaining(["listing://40160"]));
  for (const uri of uris.slice(0, 2)) {
    expect((await client.readResource({ uri })).contents).toMatchObject([
      { uri, mimeType: "application/json" },
    ]);
  }
  await expect(client.readResource({ uri: "listing://1" })).rejects.toMatchObject({ code: -32_602 });
});

test.each(clients)("%s gets prompts", async (_, connect) => {
  const { client } = await open(connect);
  const { prompts } = await client.listPrompts();
  expect(prompts.map(({ name }) => name)).toEqual([
    "today",
    "monthly_owner_report",
    "reply_to_guest",
    "pricing_review",
  ]);
  const { messages } = await client.getPrompt({
    name: "monthly_owner_report",
    arguments: { month: "2027-02" },
  });
  expect(JSON.stringify(messages)).toContain("2027-02-28");
});

test.each(clients)("%s cannot connect with a key that was revoked", async (_, connect) => {
  const organization = await createOrganization();
  const { id, secret } = await createKey(organization);
  await organization.object.deleteKey({ actor: "system" }, id);
  await expect(connect({ ...organization, apiKey: secret })).rejects.toThrow();
});
