import { z } from "zod";
import { fetchApi } from "./organization.ts";

export const eras = ["legacy", "modern"] as const;
export type Era = (typeof eras)[number];

export const MODERN_VERSION = "2026-07-28";
const META = "io.modelcontextprotocol";

const Answer = z.object({
  jsonrpc: z.literal("2.0"),
  id: z.union([z.string(), z.number(), z.null()]).optional(),
  result: z.record(z.string(), z.unknown()).optional(),
  error: z.object({ code: z.number(), message: z.string(), data: z.unknown().optional() }).optional(),
});

export interface McpAnswer {
  status: number;
  headers: Headers;
  text: string;
  result: Record<string, unknown>;
  error?: { code: number; message: string; data?: unknown };
}

interface Message {
  jsonrpc: "2.0";
  id: number;
  method: string;
  params: Record<string, unknown> & { _meta?: Record<string, unknown> };
}

/** A request as a client of that era writes it. */
export function toMessage(era: Era, method: string, params: Record<string, unknown> = {}): Message {
  const base = { jsonrpc: "2.0", id: 1, method } as const;
  if (era === "legacy") return { ...base, params };
  const _meta = {
    [`${META}/protocolVersion`]: MODERN_VERSION,
    [`${META}/clientCapabilities`]: {},
    [`${META}/clientInfo`]: { name: "test", version: "1" },
  };
  return { ...base, params: { ...params, _meta } };
}

/** The headers that go with it; the modern era repeats method and name in them. */
export function toHeaders(era: Era, method: string, params: Record<string, unknown> = {}) {
  const common = { "content-type": "application/json", accept: "application/json, text/event-stream" };
  if (era === "legacy") return { ...common, "mcp-protocol-version": "2025-11-25" };
  const name = params.name ?? params.uri;
  return {
    ...common,
    "mcp-protocol-version": MODERN_VERSION,
    "mcp-method": method,
    ...(typeof name === "string" && { "mcp-name": name }),
  };
}

/** POSTs to /mcp and reads the answer, be it JSON or a stream of events. */
export async function postMcp(
  headers: Record<string, string>,
  body: BodyInit | null,
  address = "/mcp",
): Promise<McpAnswer> {
  const response = await fetchApi(address, { method: "POST", headers, body });
  const text = await response.text();
  const isStream = response.headers.get("content-type")?.startsWith("text/event-stream");
  const data = isStream ? text.match(/^data: (\{.*"(?:result|error)".*\})$/m)?.[1] : text;
  const answer = Answer.safeParse(parseJson(data ?? "")).data;
  return {
    status: response.status,
    headers: response.headers,
    text,
    result: answer?.result ?? {},
    error: answer?.error,
  };
}

export function callMcp(
  apiKey: string,
  method: string,
  params: Record<string, unknown> = {},
  era: Era = "legacy",
): Promise<McpAnswer> {
  const headers = { ...toHeaders(era, method, params), "x-api-key": apiKey };
  return postMcp(headers, JSON.stringify(toMessage(era, method, params)));
}

export function callMcpTool(apiKey: string, name: string, args: object = {}, era: Era = "legacy") {
  return callMcp(apiKey, "tools/call", { name, arguments: args }, era);
}

const Content = z.object({ content: z.tuple([z.object({ type: z.literal("text"), text: z.string() })]) });

/** The JSON in the one text of a tool's result. */
export function readText({ result }: McpAnswer): unknown {
  return JSON.parse(Content.parse(result).content[0].text);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
