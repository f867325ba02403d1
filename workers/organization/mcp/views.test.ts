import { CLIENT_CAPABILITIES_META_KEY } from "@modelcontextprotocol/server";
import { expect, test } from "vitest";
import { z } from "zod";
import { type Era, eras, type McpAnswer, postMcp, toHeaders, toMessage } from "#tests/mcp.ts";
import { createOrganization, listAudit } from "#tests/organization.ts";

const showsViews = {
  extensions: { "io.modelcontextprotocol/ui": { mimeTypes: ["text/html;profile=mcp-app"] } },
};
const showsNone = [
  {},
  { extensions: {} },
  { extensions: { "io.modelcontextprotocol/ui": {} } },
  { extensions: { "io.modelcontextprotocol/ui": { mimeTypes: ["text/html"] } } },
];

type Send = (method: string, params?: Record<string, unknown>) => Promise<McpAnswer>;

/** A client that declares these capabilities where its era does: once at the start, or with every request. */
async function openClient(apiKey: string, era: Era, capabilities: object): Promise<Send> {
  let session: string | null = null;
  const send: Send = (method, params = {}) => {
    const message = toMessage(era, method, params);
    if (message.params._meta) message.params._meta[CLIENT_CAPABILITIES_META_KEY] = capabilities;
    const headers = { ...toHeaders(era, method, params), "x-api-key": apiKey };
    return postMcp(session ? { ...headers, "mcp-session-id": session } : headers, JSON.stringify(message));
  };
  if (era === "legacy") {
    const clientInfo = { name: "test", version: "1" };
    const { headers } = await send("initialize", { protocolVersion: "2025-11-25", capabilities, clientInfo });
    session = headers.get("mcp-session-id");
  }
  return send;
}

const List = z.object({ tools: z.array(z.object({ name: z.string(), _meta: z.unknown().optional() })) });
const Content = z.object({
  uri: z.string(),
  mimeType: z.string(),
  text: z.string(),
  _meta: z.unknown(),
});
const Contents = z.object({ contents: z.tuple([Content]) });

test.each(eras)("a client that shows views is told which tools have one, in the %s era", async (era) => {
  const { apiKey } = await createOrganization();
  const send = await openClient(apiKey, era, showsViews);
  const { tools } = List.parse((await send("tools/list")).result);
  const withView = tools.flatMap(({ name, _meta }) => (_meta ? [[name, _meta]] : []));
  expect(Object.fromEntries(withView)).toEqual({
    check_availability: { ui: { resourceUri: "ui://latchkey/availability-calendar" } },
    get_financial_summary: { ui: { resourceUri: "ui://latchkey/financial-summary" } },
  });
});

test.each(eras)("other clients see nothing of views, in the %s era", async (era) => {
  const { apiKey } = await createOrganization();
  const methods = ["tools/list", "resources/list", "resources/templates/list"] as const;
  const viewer = await openClient(apiKey, era, showsViews);
  for (const capabilities of showsNone) {
    const plain = await openClient(apiKey, era, capabilities);
    for (const method of methods) {
      const [answer, viewed] = await Promise.all([plain(method), viewer(method)]);
      expect(answer.text).not.toContain("ui://");
      expect(answer.headers.get("mcp-session-id")).toBeNull();
      const without = viewed.text.replaceAll(/,"_meta":\{"ui":\{"resourceUri":"[^"]*"\}\}/g, "");
      expect(answer.text).toBe(without);
    }
  }
});

test.each(eras)("a tool answers the same, whether its view is shown or not, in the %s era", async (era) => {
  const { apiKey } = await createOrganization();
  const params = {
    name: "get_financial_summary",
    arguments: { start_date: "2026-01-01", end_date: "2026-03-31" },
  };
  const clients = [{}, showsViews].map((capabilities) => openClient(apiKey, era, capabilities));
  const [plain, viewed] = await Promise.all(clients.map(async (send) => (await send)("tools/call", params)));
  expect(plain?.text).toContain("structuredContent");
  // When it was asked upstream differs from call to call.
  const [without, withViews] = [plain, viewed].map((answer) =>
    JSON.stringify({ ...answer?.result, _meta: null }),
  );
  expect(withViews).toBe(without);
  expect(viewed?.text).not.toContain("ui://");
});

test.each(eras)("views are documents that need nothing from anywhere, in the %s era", async (era) => {
  const organization = await createOrganization();
  const send = await openClient(organization.apiKey, era, {});
  const before = (await listAudit(organization)).length;
  for (const view of ["availability-calendar", "financial-summary"]) {
    const uri = `ui://latchkey/${view}`;
    const [content] = Contents.parse((await send("resources/read", { uri })).result).contents;
    expect(content).toMatchObject({
      uri,
      mimeType: "text/html;profile=mcp-app",
      _meta: { ui: { csp: { connectDomains: [], resourceDomains: [] } } },
    });
    expect(content.text).toMatch(/^<!doctype html>/);
    expect(content.text).toContain(`content="default-src 'none'; script-src 'sha256-`);
    expect(content.text).not.toMatch(/(?:src|href)=|https?:|innerHTML|url\(/);
    expect(content.text).not.toContain(organization.id);
  }
  expect(await listAudit(organization)).toHaveLength(before);
});

test.each(["ui://latchkey/", "ui://latchkey/constructor", "ui://other/financial-summary", "ui://latchkey"])(
  "%s is not found",
  async (uri) => {
    const { apiKey } = await createOrganization();
    for (const era of eras) {
      const send = await openClient(apiKey, era, showsViews);
      expect((await send("resources/read", { uri })).error?.code, era).toBe(-32_602);
    }
  },
);
