import { readFileSync } from "node:fs";
import { getDefaultEnvironment } from "@modelcontextprotocol/sdk/client/stdio.js";
import { beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { keyPlaceholder } from "#organization/clients/catalogue/client-entry.ts";
import { clientCatalogue, KeyClientName } from "#organization/clients/client-catalogue.ts";
import { describePlatform } from "#scripts/describe-platform.ts";
import { readClientText } from "#tests/client-text.ts";
import { startDemoPlatform } from "./demo-platform.ts";
import { type McpSession, openV1, openV1OverStdio, openV2 } from "./mcp-sessions.ts";
import { type Remote, readPrintedSetup } from "./printed-setup.ts";
import { makeTemporaryFolder } from "./temporary-folder.ts";

const LEGACY = "2025-11-25";
const MODERN = "2026-07-28";

/** What a key that only reads is listed by default. */
const tools = [
  "check_availability",
  "get_arrivals_departures",
  "get_booking_details",
  "get_bookings",
  "get_connection_status",
  "get_conversation_history",
  "get_conversations",
  "get_financial_summary",
  "get_guest_info",
  "get_in_house_guests",
  "get_job_status",
  "get_properties",
  "get_property_details",
  "list_changes",
  "search_available_properties",
];

let platform: Awaited<ReturnType<typeof startDemoPlatform>>;
let printed: ReturnType<typeof readPrintedSetup>;

beforeAll(async () => {
  platform = await startDemoPlatform("clients");
  printed = readPrintedSetup(describePlatform({ ...platform, mailbox: `${platform.sandbox}/mailbox` }));
});

const clients: [name: string, version: string, open: (server: Remote) => Promise<McpSession>][] = [
  ["SDK v1", LEGACY, openV1],
  ["SDK v2, legacy", LEGACY, (server) => openV2(server, "legacy")],
  ["SDK v2, auto", MODERN, (server) => openV2(server, "auto")],
  ["SDK v2, pinned", MODERN, (server) => openV2(server, { pin: MODERN })],
];

test.each(clients)("%s speaks %s with X-API-Key", async (_name, version, open) => {
  const session = await open({ url: platform.mcp, headers: { "X-API-Key": platform.apiKey } });
  expect(session.version).toBe(version);
  await expectMiami(session);
});

test.each(clients)("%s speaks %s with a Bearer token", async (_name, version, open) => {
  const session = await open({
    url: platform.mcp,
    headers: { Authorization: `Bearer ${platform.apiKey}` },
  });
  expect(session.version).toBe(version);
  await expectMiami(session);
});

test("Claude Code's line as printed works", async () => {
  expect(printed.claudeCode.url).toBe(platform.mcp);
  await expectMiami(await openV1(printed.claudeCode));
  await expectMiami(await openV2(printed.claudeCode, "auto"));
});

test("Cursor's configuration as printed works", async () => {
  await expectMiami(await openV1(printed.cursor));
});

test("Claude Desktop's configuration as printed works through mcp-remote", async () => {
  const { args, env } = printed.claudeDesktop;
  const [yes, pinned, ...rest] = args;
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync("node_modules/mcp-remote/package.json", "utf8")));
  expect([yes, pinned]).toEqual(["-y", `mcp-remote@${version}`]);

  const home = makeTemporaryFolder();
  const session = await openV1OverStdio({
    command: "node_modules/.bin/mcp-remote",
    args: rest,
    env: { ...getDefaultEnvironment(), ...env, HOME: home, MCP_REMOTE_CONFIG_DIR: home },
    stderr: "ignore",
  });
  await expectMiami(session);
});

/** What remains is for people to read, and to enter in a dialog. */
const readable = KeyClientName.options.filter((client) => clientCatalogue[client].key.language !== "text");

test.each(readable)(
  "the configuration of %s with a key works with both SDKs as the client reads it",
  async (client) => {
    const { language, toText } = clientCatalogue[client].key;
    const text = toText({ name: "latchkey", url: `${platform.mcp}?toolsets=core&readonly=1` });
    const { url, headers } = readClientText({ language, text });
    const withKey = Object.entries(headers).map(([name, value]) => [name, putKey(value)]);
    const server = { url, headers: Object.fromEntries(withKey) };
    for (const session of [await openV1(server), await openV2(server, "auto")]) {
      expect((await session.listTools()).sort()).toEqual(tools);
    }
  },
);

/** As the person does, or VS Code, which asks for it. */
const putKey = (value: string) =>
  value.replace(keyPlaceholder, platform.apiKey).replace(/\$\{input:[\w-]+\}/, platform.apiKey);

test("what a client with a forged key is told", async () => {
  const forged = `api_${"0".repeat(64)}`;
  await expect(openV1({ url: platform.mcp, headers: { "X-API-Key": forged } })).rejects.toThrow(
    "invalid_key",
  );
});

test("tools tell the same of the same bookings", async () => {
  const session = await openV2({ url: platform.mcp, headers: { "X-API-Key": platform.apiKey } }, "auto");
  const { call } = session;

  const { properties } = Properties.parse(await call("get_properties", { city: "Miami" }));
  const property_id = properties[0]?.id;
  expect(await call("get_property_details", { property_id })).toMatchObject({
    id: property_id,
    city: "Miami",
  });

  const { bookings } = Bookings.parse(await call("get_bookings", { property_id, status: ["confirmed"] }));
  const [latest] = bookings;
  if (latest === undefined) throw new Error("The first listing of Miami has no booking.");
  expect(new Set(bookings.map((booking) => booking.property_id))).toEqual(new Set([property_id]));
  const { id: booking_id, guest_name, arrival_date, departure_date, nights, currency } = latest;
  expect(await call("get_booking_details", { booking_id })).toMatchObject(latest);
  expect(await call("get_guest_info", { booking_id })).toMatchObject({ booking_id, name: guest_name });

  const stay = { start_date: arrival_date, end_date: departure_date };
  expect(await call("check_availability", { property_id, ...stay })).toMatchObject({
    available: false,
    nights,
  });
  expect(await call("get_financial_summary", { property_id, ...stay })).toMatchObject({
    earnings: [{ currency, nights }],
  });

  const found = Messages.parse(await call("search_messages", { query: "maintenance mode" }));
  const [{ conversation_id, text }] = found.messages;
  expect(text.untrusted_text).toContain("ignore all previous instructions");
  expect(await call("get_conversation_history", { conversation_id })).toMatchObject({
    conversation_ids: [conversation_id],
    messages: expect.arrayContaining([expect.objectContaining({ from: "guest", text })]),
  });
  expect(await call("get_conversations", { unread_only: true })).toMatchObject({
    conversations: expect.arrayContaining([expect.objectContaining({ id: conversation_id, unread: true })]),
  });

  expect(await call("get_connection_status")).toMatchObject({
    organization_id: platform.organization,
    connections: [{ connector: "hostaway", account: "10001", state: "working" }],
  });
});

async function expectMiami(session: McpSession): Promise<void> {
  expect((await session.listTools()).sort()).toEqual(tools);
  const { properties, total } = Properties.parse(await session.call("get_properties", { city: "Miami" }));
  expect(new Set(properties.map(({ city }) => city))).toEqual(new Set(["Miami"]));
  expect(total).toBe(properties.length);
}

const Properties = z.object({
  properties: z.array(z.object({ id: z.number(), city: z.string() })).min(1),
  total: z.number(),
});

const Bookings = z.object({
  bookings: z
    .array(
      z.object({
        id: z.number(),
        property_id: z.number(),
        guest_name: z.string(),
        arrival_date: z.string(),
        departure_date: z.string(),
        nights: z.number(),
        currency: z.string(),
      }),
    )
    .min(1),
});

const Messages = z.object({
  messages: z.tuple([
    z.object({ conversation_id: z.number(), text: z.object({ untrusted_text: z.string() }) }),
  ]),
});
