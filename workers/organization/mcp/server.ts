import { createMcpHandler, type McpRequestContext, Server } from "@modelcontextprotocol/server";
import { log } from "#lib/log.ts";
import { toCallerContext } from "./caller-context.ts";
import { serverInfo, serverOptions } from "./identity.ts";
import { handleGetPrompt, handleListPrompts } from "./prompts.ts";
import { handleListResources, handleListResourceTemplates, handleReadResource } from "./resources.ts";
import { handleCallTool, handleListTools } from "./tools.ts";

/** A fresh server per request, as the SDK wants it: cheap, since everything it answers from lives at module scope. */
function createServer({ authInfo }: McpRequestContext): Server {
  const context = toCallerContext(authInfo);
  const server = new Server(serverInfo, serverOptions);
  server.setRequestHandler("tools/list", () => handleListTools(context));
  server.setRequestHandler("tools/call", (request, extra) => handleCallTool(context, request, extra));
  server.setRequestHandler("resources/list", () => handleListResources(context));
  server.setRequestHandler("resources/templates/list", handleListResourceTemplates);
  server.setRequestHandler("resources/read", (request) => handleReadResource(context, request));
  server.setRequestHandler("prompts/list", handleListPrompts);
  server.setRequestHandler("prompts/get", (request) => handleGetPrompt(context, request));
  return server;
}

/** Both protocol eras on one endpoint. */
export const mcpHandler = createMcpHandler(createServer, {
  onerror: (error) => log.warn("mcp.rejected", { message: error.message }),
});
