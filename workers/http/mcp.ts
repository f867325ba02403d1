import type { Config, Env } from "#env.ts";
import { AppError } from "#errors.ts";
import { toMcpErrorResponse } from "#lib/error-response.ts";
import { getOrganization } from "#organization/get-organization.ts";
import { readBody } from "./read-body.ts";
import { readCredential } from "./read-credential.ts";
import { requireOrigin } from "./require-origin.ts";

const FORWARDED = [
  "content-type",
  "mcp-protocol-version",
  "mcp-method",
  "mcp-name",
  "mcp-session-id",
  "cf-connecting-ip",
  "user-agent",
] as const;

/** /mcp: refuses at the edge what can be refused without I/O, then hands over to the organization's object. */
export async function handleMcp(request: Request, env: Env, config: Config): Promise<Response> {
  try {
    return await handOver(request, env, config);
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown;
    return toMcpErrorResponse(thrown, config.apiUrl);
  }
}

async function handOver(request: Request, env: Env, config: Config): Promise<Response> {
  requireOrigin(request, config);
  if (request.method !== "POST")
    throw new AppError("method_not_allowed", "The MCP endpoint takes POST only.");
  const { kind, organization, value } = readCredential(request.headers, config.keyRing);
  const body = await readBody(request);
  // Clients are known to send */* or one of the two; answering in either form is our choice to make.
  const headers = new Headers({ accept: "application/json, text/event-stream" });
  if (kind === "key") headers.set("x-api-key", value);
  else headers.set("authorization", `Bearer ${value}`);
  for (const name of FORWARDED) {
    const value = request.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  return getOrganization(env, organization).fetch(
    new Request(request.url, { method: "POST", headers, body }),
  );
}
