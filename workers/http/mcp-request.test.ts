import { expect, test } from "vitest";
import { toMcpHeaders } from "./mcp-request.ts";

test("the protocol's headers are passed on, whatever is accepted, and no credential or cookie", () => {
  const given = new Headers({
    "MCP-Protocol-Version": "2026-07-28",
    "Mcp-Param-Region": "=?base64?SGVsbG8=?=",
    "Content-Type": "application/json",
    Accept: "*/*",
    Authorization: "Bearer secret",
    "X-API-Key": "secret",
    Cookie: "session=secret",
  });
  expect(Object.fromEntries(toMcpHeaders(given))).toEqual({
    accept: "application/json, text/event-stream",
    "content-type": "application/json",
    "mcp-param-region": "=?base64?SGVsbG8=?=",
    "mcp-protocol-version": "2026-07-28",
  });
});
