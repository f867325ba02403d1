import { AppError, toAppError, toReceipt } from "#errors.ts";
import { toMcpErrorResponse } from "#lib/error-response.ts";
import { parseJson } from "#lib/parse-json.ts";
import { authenticateGrant } from "../grants/authenticate-grant.ts";
import { toOAuthScopes } from "../grants/oauth-scope.ts";
import { authenticate } from "../keys/authenticate.ts";
import { isPermitted, type Needed, type Permissions } from "../keys/scope.ts";
import type { Rooms } from "../rooms.ts";
import { callTool } from "../tools/call-tool.ts";
import { findTool } from "../tools/tool-table.ts";
import { type CallerContext, toAuthInfo } from "./caller-context.ts";
import { asksForProgress, type Message, readMessages } from "./messages.ts";
import { narrowCaller } from "./narrow-caller.ts";
import { handleMcpRequest } from "./server.ts";

/** Serves one POST to /mcp. The edge has checked origin, size and the credential's tag; the rest is checked here. */
export async function serveMcp(rooms: Rooms, request: Request): Promise<Response> {
  const { headers } = request;
  const ip = headers.get("cf-connecting-ip") ?? undefined;
  const userAgent = headers.get("user-agent") ?? undefined;
  const from = { surface: "mcp", ip, userAgent } as const;
  const key = headers.get("x-api-key");
  const verified = await (key === null
    ? authenticateGrant(rooms, toToken(headers), from)
    : authenticate(rooms, { key, ...from }));
  const caller = narrowCaller(verified, new URL(request.url).searchParams);
  const context: CallerContext = { rooms, caller, ip, userAgent };
  const text = await request.text();
  const parsedBody = parseJson(text);
  // Broken JSON goes to the SDK unread: it has the words for it.
  const authInfo = toAuthInfo(context);
  if (parsedBody === undefined)
    return handleMcpRequest(withBody(request, text), { authInfo, progress: false });
  const messages = readMessages(parsedBody);
  for (const message of messages) {
    const refusal = await findRefusal(context, message);
    if (refusal) return refusal;
  }
  return handleMcpRequest(request, { parsedBody, authInfo, progress: asksForProgress(messages) });
}

/** A missing scope is an HTTP answer, so that a client can ask for more; a full bucket is an answer of the protocol. */
async function findRefusal(
  context: CallerContext,
  { id, method, params }: Message,
): Promise<Response | null> {
  const { caller, rooms } = context;
  if (method === "tools/call") {
    const tool = typeof params?.name === "string" ? findTool(params.name) : null;
    if (tool === null || isPermitted(caller, tool)) return null;
    // What nobody could grant is not asked for: it is an answer of the tool's.
    if (caller.grantable !== null && !isPermitted(caller.grantable, tool)) return null;
    const call = { ...context, name: tool.tool.name, args: params?.arguments, surface: "mcp" } as const;
    const outcome = await callTool(rooms, { ...call, action: "tools/call" });
    if (outcome.ok || outcome.error.code !== "insufficient_scope") return null;
    const { code, details, message: why } = outcome.error;
    const scopes = caller.grantable === null ? undefined : toOAuthScopes(widen(caller, tool));
    return toMcpErrorResponse(new AppError(code, why, { ...details, scopes }), rooms.ports.apiUrl);
  }
  try {
    rooms.limiter.requireProtocol(caller.credential, rooms.ports.clock.now());
    return null;
  } catch (thrown) {
    const receipt = toReceipt(toAppError(thrown), rooms.ports.apiUrl);
    const error = { code: -32_000, message: receipt.message, data: receipt };
    return Response.json({ jsonrpc: "2.0", id: id ?? null, error });
  }
}

const toToken = (headers: Headers) => (headers.get("authorization") ?? "").replace(/^Bearer /, "");

/** All that is granted with what the tool takes, since a client keeps its newest token only. */
function widen({ scopes, toolsets }: Permissions, { scope, tool }: Needed): Permissions {
  return {
    scopes: [...new Set([...scopes, scope])],
    toolsets: toolsets && [...new Set([...toolsets, tool.toolset])],
  };
}

function withBody({ url, headers }: Request, body: string): Request {
  return new Request(url, { method: "POST", headers, body });
}
