import { isInitializeRequest } from "@modelcontextprotocol/server";
import { toAppError } from "#errors.ts";
import { requireMcpPost, toMcpHeaders } from "#http/mcp-request.ts";
import { readBody } from "#http/read-body.ts";
import { requireOrigin } from "#http/require-origin.ts";
import { toErrorResponse } from "#lib/error-response.ts";
import { parseJson } from "#lib/parse-json.ts";
import { asksForProgress, readMessages } from "#organization/mcp/messages.ts";
import { jsonApp } from "#sandbox/json-app.ts";
import { endpoint } from "./endpoint.ts";
import { findSession, needsSession, openSession } from "./sessions.ts";

export const conformance = jsonApp("/conformance");

const here = { apiUrl: "http://127.0.0.1", allowedOrigins: [] };

conformance.all("/mcp", async (c) => {
  try {
    return await serve(c.req.raw);
  } catch (thrown) {
    return toErrorResponse(toAppError(thrown), here.apiUrl);
  }
});

/**
 * As the product serves MCP, but for one thing that it does not offer: sessions of the older era, in which a server asks,
 * logs and resumes. What needs one goes through the SDK's own transport for them.
 */
async function serve(request: Request): Promise<Response> {
  const { headers, method, url } = request;
  const sessionId = headers.get("mcp-session-id");
  const session = sessionId === null ? undefined : findSession(sessionId);
  if (session !== undefined && method !== "POST") {
    requireOrigin(request, here);
    return session.handleRequest(request);
  }
  requireMcpPost(request, here);
  if (sessionId !== null && session === undefined) return Response.json(unknownSession, { status: 404 });
  const body = await readBody(request);
  const parsedBody = parseJson(body);
  const onward = new Request(url, { method, headers: toMcpHeaders(headers), body });
  const opens = isInitializeRequest(parsedBody) && !headers.has("mcp-method");
  if (opens) return (await openSession()).handleRequest(onward, { parsedBody });
  if (session !== undefined && needsSession(parsedBody)) return session.handleRequest(onward, { parsedBody });
  return endpoint.handle(onward, { parsedBody, progress: asksForProgress(readMessages(parsedBody)) });
}

const unknownSession = {
  jsonrpc: "2.0",
  id: null,
  error: { code: -32_001, message: "There is no such session." },
};
