import { type Env, getConfig } from "#env.ts";
import { FIRST_SCOPE } from "#lib/error-response.ts";
import { toMcpAddress } from "#organization/clients/client-setup.ts";
import { askOAuth } from "./library.ts";

const METHODS = "GET, HEAD, OPTIONS";
/** A browser asks first, since MCP clients send a header of their own. */
const CORS = {
  "access-control-allow-origin": "*",
  "access-control-allow-methods": METHODS,
  "access-control-allow-headers": "*",
};

/** RFC 9728: what the MCP endpoint is, who lets in to it, and the least that a client asks for. */
export function serveResourceMetadata({ method }: Request, env: Env): Response {
  if (method === "OPTIONS") return new Response(null, { status: 204, headers: CORS });
  if (method !== "GET" && method !== "HEAD")
    return new Response(null, { status: 405, headers: { ...CORS, allow: METHODS } });
  const headers = { ...CORS, "cache-control": "public, max-age=300" };
  const response = Response.json(toResourceMetadata(getConfig(env).apiUrl), { headers });
  return method === "HEAD" ? new Response(null, response) : response;
}

function toResourceMetadata(apiUrl: string) {
  return {
    resource: toMcpAddress(apiUrl),
    authorization_servers: [apiUrl],
    scopes_supported: [FIRST_SCOPE],
    bearer_methods_supported: ["header"],
    resource_name: "Latchkey",
    resource_documentation: `${apiUrl}/docs`,
  };
}

/** RFC 8414. The library serves it at the root only. */
export function serveMetadata(request: Request, env: Env): Promise<Response> {
  const url = `${getConfig(env).apiUrl}/.well-known/oauth-authorization-server`;
  const { headers, method } = request;
  return askOAuth(env, new Request(url, { method, headers }));
}
