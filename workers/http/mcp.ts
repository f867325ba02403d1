import type { Config, Env } from "#env.ts";
import { AppError } from "#errors.ts";
import { toMcpErrorResponse } from "#lib/error-response.ts";
import { getOrganization } from "#organization/get-organization.ts";
import { requireMcpPost, toMcpHeaders } from "./mcp-request.ts";
import { readBody } from "./read-body.ts";
import { readCredential } from "./read-credential.ts";

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
  requireMcpPost(request, config);
  const { kind, organization, value } = readCredential(request.headers, config.keyRing);
  const body = await readBody(request);
  const headers = toMcpHeaders(request.headers);
  if (kind === "key") headers.set("x-api-key", value);
  else headers.set("authorization", `Bearer ${value}`);
  return getOrganization(env, organization).fetch(
    new Request(request.url, { method: "POST", headers, body }),
  );
}
