import { expect, test } from "vitest";
import { z } from "zod";
import { request } from "#sandbox/testing.ts";

const path = "/conformance/mcp";
const json = { "content-type": "application/json", accept: "application/json, text/event-stream" };
const initialize = {
  jsonrpc: "2.0",
  id: 1,
  method: "initialize",
  params: {
    protocolVersion: "2025-11-25",
    capabilities: {},
    clientInfo: { name: "test", version: "1" },
  },
};
const callTool = (name: string) => ({ jsonrpc: "2.0", id: 2, method: "tools/call", params: { name } });

const post = (body: object, headers: Record<string, string> = {}) =>
  request(path, { method: "POST", headers: { host: "localhost", ...json, ...headers }, body });

async function openSession(): Promise<string> {
  return z.string().parse((await post(initialize)).headers.get("mcp-session-id"));
}

test("a call of the older era is answered in one JSON body, with a session or without", async () => {
  const withSession: Record<string, string> = { "mcp-session-id": await openSession() };
  for (const given of [{}, withSession]) {
    const { headers: answered, text } = await post(callTool("test_simple_text"), given);
    expect(answered.get("content-type")).toBe("application/json");
    expect(JSON.parse(text)).toMatchObject({ result: { content: [{ type: "text" }] } });
  }
});

test("a tool that asks the client needs a session", async () => {
  const without = await post({ ...callTool("test_elicitation_sep1034_defaults"), id: 3 });
  expect(JSON.parse(without.text)).toMatchObject({ result: { isError: true } });
});

test("a session that was ended is unknown", async () => {
  const session = { "mcp-session-id": await openSession() };
  const ended = await request(path, { method: "DELETE", headers: { host: "localhost", ...session } });
  expect(ended.status).toBe(200);
  expect((await post(callTool("test_simple_text"), session)).status).toBe(404);
});

test("another site's page is refused, and so is a GET without a session", async () => {
  expect((await post(initialize, { origin: "https://example.com" })).status).toBe(403);
  expect((await request(path, { headers: { host: "localhost" } })).status).toBe(405);
});
