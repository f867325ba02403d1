import {
  type AuthInfo,
  createMcpHandler,
  isLegacyRequest,
  type McpRequestContext,
  Server,
  WebStandardStreamableHTTPServerTransport,
} from "@modelcontextprotocol/server";
import { log } from "#lib/log.ts";
import { toCallerContext } from "./caller-context.ts";
import { handleComplete } from "./complete.ts";
import { serverOptions, toServerInfo } from "./identity.ts";
import { handleGetPrompt, handleListPrompts } from "./prompts.ts";
import { handleListResources, handleListResourceTemplates, handleReadResource } from "./resources.ts";
import { handleCallTool, handleListTools } from "./tools.ts";
import { canShowViews, newViewSession } from "./views.ts";

/** A fresh server per request, as the SDK wants it: cheap, since everything it answers from lives at module scope. */
function createServer({ authInfo }: Pick<McpRequestContext, "authInfo">): Server {
  const context = toCallerContext(authInfo);
  const server = new Server(toServerInfo(context.rooms.ports.apiUrl), serverOptions);
  server.setRequestHandler("tools/call", (request, extra) => handleCallTool(context, request, extra));
  server.setRequestHandler("tools/list", (_, extra) => handleListTools(context, extra));
  server.setRequestHandler("resources/list", () => handleListResources(context));
  server.setRequestHandler("resources/templates/list", () => handleListResourceTemplates(context));
  server.setRequestHandler("resources/read", (request) => handleReadResource(context, request));
  server.setRequestHandler("completion/complete", (request) => handleComplete(context, request));
  server.setRequestHandler("prompts/list", handleListPrompts);
  server.setRequestHandler("prompts/get", (request) => handleGetPrompt(context, request));
  return server;
}

/** Serves both protocol eras. */
const handler = createMcpHandler(createServer, {
  onerror: (error) => log.warn("mcp.rejected", { message: error.message }),
});

interface McpRequest {
  parsedBody?: unknown;
  authInfo?: AuthInfo;
  /** Whether the client asked to hear of progress, which takes a stream. */
  progress: boolean;
}

export async function handleMcpRequest(request: Request, { progress, ...options }: McpRequest) {
  // Requests of the newer era carry this header, so only the others need to be classified here.
  const maybeLegacy = !progress && !request.headers.has("mcp-method") && options.parsedBody !== undefined;
  if (maybeLegacy && (await isLegacyRequest(request, options.parsedBody)))
    return answerLegacy(request, options);
  return handler.fetch(request, options);
}

/** The older era in one JSON body: the SDK's own handler would stream it, which costs more on the way out of the object. */
async function answerLegacy(request: Request, { authInfo, parsedBody }: Omit<McpRequest, "progress">) {
  const server = createServer({ authInfo });
  const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
  await server.connect(transport);
  try {
    const response = await transport.handleRequest(request, { authInfo, parsedBody });
    // Known from the request that says it, `initialize`, only.
    if (canShowViews(server.getClientCapabilities()))
      response.headers.set("mcp-session-id", newViewSession());
    return response;
  } finally {
    await server.close();
  }
}
