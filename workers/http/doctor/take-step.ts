import { type Env, getConfig } from "#env.ts";
import { toMcpAddress } from "#organization/clients/client-setup.ts";
import { maskKey } from "#organization/keys/masked-key.ts";
import { handleError } from "../hono.ts";
import { handleMcp } from "../mcp.ts";
import { type Answer, readAnswer, toShape } from "./answers.ts";
import type { Message } from "./messages.ts";

/** The key, and who tries it from where: the MCP endpoint sees them as it would see their client. */
export interface Patient {
  env: Env;
  key: string;
  ip?: string;
  userAgent?: string;
}

export interface Step {
  name: string;
  request: { method: string; url: string; headers: Record<string, string>; body: string };
  status: number;
  durationMs: number;
  response: string;
  ok: boolean;
  problem: string | null;
}

const MOST_TEXT = 4_096;

/** One request through the very code of the MCP endpoint, and what came of it, without the key. */
export async function takeStep(
  { env, key, ip, userAgent }: Patient,
  { method, headers: own, params }: Message,
): Promise<{ step: Step; answer: Answer }> {
  const config = getConfig(env);
  const url = toMcpAddress(config.apiUrl);
  const common = { "Content-Type": "application/json", Accept: "application/json, text/event-stream" };
  const headers = { ...common, ...own, "X-API-Key": key };
  const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method, params });
  const sent = new Headers({ ...headers, host: new URL(url).host });
  if (ip !== undefined) sent.set("cf-connecting-ip", ip);
  if (userAgent !== undefined) sent.set("user-agent", userAgent);

  const start = performance.now();
  const request = new Request(url, { method: "POST", headers: sent, body });
  const response = await handleMcp(request, env, config).catch((thrown: unknown) => handleError(thrown, env));
  const text = await response.text();
  const durationMs = Math.round(performance.now() - start);

  const answer = readAnswer(text);
  const masked = maskKey({ lastFour: key.slice(-4) });
  const isToolResult = method === "tools/call" && answer.refusal === null;
  const shown = isToolResult ? JSON.stringify({ result: toShape(answer.result) }) : text;
  const step = {
    name: method,
    request: { method: "POST", url, headers: { ...headers, "X-API-Key": masked }, body },
    status: response.status,
    durationMs,
    response: cut(shown.replaceAll(key, masked)),
    ok: answer.refusal === null,
    problem: answer.refusal?.message ?? null,
  };
  return { step, answer };
}

const cut = (text: string) => (text.length > MOST_TEXT ? `${text.slice(0, MOST_TEXT)}…` : text);
