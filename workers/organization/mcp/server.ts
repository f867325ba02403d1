import { type McpRequestContext, Server } from "@modelcontextprotocol/server";
import { toCallerContext } from "./caller-context.ts";
import { handleComplete } from "./complete.ts";
import { createMcpEndpoint } from "./endpoint.ts";
import { serverOptions, toServerInfo } from "./identity.ts";
import { handleGetPrompt, handleListPrompts } from "./prompts.ts";
import { handleListResources, handleListResourceTemplates, handleReadResource } from "./resources.ts";
import { handleCallTool, handleListTools } from "./tools.ts";
import { canShowViews, newViewSession } from "./views.ts";

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

export const { handle: handleMcpRequest } = createMcpEndpoint({
  createServer,
  // Known from the request that says it, `initialize`, only.
  toSessionId: (server) => (canShowViews(server.getClientCapabilities()) ? newViewSession() : null),
});
