import { version } from "#lib/version.ts";

const MODERN = "2026-07-28";
const LEGACY = "2025-11-25";
const META = "io.modelcontextprotocol";
const client = { name: "latchkey-doctor", version };

/** A request of the protocol, as a client writes it. */
export interface Message {
  method: string;
  headers: Record<string, string>;
  params: Record<string, unknown>;
}

export const discover: Message = {
  method: "server/discover",
  headers: { "MCP-Protocol-Version": MODERN, "Mcp-Method": "server/discover" },
  params: {
    _meta: {
      [`${META}/protocolVersion`]: MODERN,
      [`${META}/clientCapabilities`]: {},
      [`${META}/clientInfo`]: client,
    },
  },
};

export const initialize: Message = {
  method: "initialize",
  headers: {},
  params: { protocolVersion: LEGACY, capabilities: {}, clientInfo: client },
};

export const listTools = toLegacy("tools/list", {});

export const toToolCall = (name: string) => toLegacy("tools/call", { name, arguments: {} });

function toLegacy(method: string, params: Message["params"]): Message {
  return { method, headers: { "MCP-Protocol-Version": LEGACY }, params };
}
