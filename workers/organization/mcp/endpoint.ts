import {
  type AuthInfo,
  createMcpHandler,
  isLegacyRequest,
  type McpRequestContext,
  type McpServer,
  type Server,
  WebStandardStreamableHTTPServerTransport,
} from "@modelcontextprotocol/server";
import { log } from "#lib/log.ts";

interface Options<AnyServer> {
  /** A fresh server per request, as the SDK wants it: cheap, if what it answers from lives at module scope. */
  createServer: (context: Pick<McpRequestContext, "authInfo">) => AnyServer | Promise<AnyServer>;
  /** The session that an answer of the older era names, for a client that will need one. */
  toSessionId?: (server: AnyServer) => string | null;
}

interface McpRequest {
  parsedBody?: unknown;
  authInfo?: AuthInfo;
  /** Whether the client asked to hear of progress, which takes a stream. */
  progress: boolean;
}

/** Serves both protocol eras. The sandbox's conformance fixture differs from the product in its server only. */
export function createMcpEndpoint<AnyServer extends McpServer | Server>({
  createServer,
  toSessionId = () => null,
}: Options<AnyServer>) {
  const handler = createMcpHandler(createServer, {
    onerror: (error) => log.warn("mcp.rejected", { message: error.message }),
  });

  async function handle(request: Request, { progress, ...options }: McpRequest): Promise<Response> {
    // Requests of the newer era carry this header, so only the others need to be classified here.
    const maybeLegacy = !progress && !request.headers.has("mcp-method") && options.parsedBody !== undefined;
    if (maybeLegacy && (await isLegacyRequest(request, options.parsedBody)))
      return answerLegacy(request, options);
    return handler.fetch(request, options);
  }

  /** The older era in one JSON body: the SDK's own handler would stream it, which costs more on the way out of the object. */
  async function answerLegacy(request: Request, { authInfo, parsedBody }: Omit<McpRequest, "progress">) {
    const server = await createServer({ authInfo });
    const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
    await server.connect(transport);
    try {
      const response = await transport.handleRequest(request, { authInfo, parsedBody });
      const sessionId = toSessionId(server);
      if (sessionId !== null) response.headers.set("mcp-session-id", sessionId);
      return response;
    } finally {
      await server.close();
    }
  }

  return { handle, notify: handler.notify };
}
