import { isJSONRPCRequest, WebStandardStreamableHTTPServerTransport } from "@modelcontextprotocol/server";
import { createServer, tools } from "./endpoint.ts";
import { MemoryEventStore } from "./event-store.ts";

const sessions = new Map<string, WebStandardStreamableHTTPServerTransport>();

export const findSession = (id: string) => sessions.get(id);

/** Lasts until the client ends it or the sandbox stops. */
export async function openSession(): Promise<WebStandardStreamableHTTPServerTransport> {
  const transport = new WebStandardStreamableHTTPServerTransport({
    sessionIdGenerator: () => crypto.randomUUID(),
    onsessioninitialized: (id) => void sessions.set(id, transport),
    onsessionclosed: (id) => void sessions.delete(id),
    eventStore: new MemoryEventStore(),
    retryInterval: 50,
  });
  const server = await createServer();
  await server.connect(transport);
  return transport;
}

const remembered = ["logging/setLevel", "resources/subscribe", "resources/unsubscribe"];
const conversational = new Set(tools.filter((tool) => tool.needsSession).map(({ name }) => name));

/** Whether a message makes sense within its session only. All others are served as the product serves them. */
export function needsSession(message: unknown): boolean {
  // An answer of the client's, or a notification.
  if (!isJSONRPCRequest(message)) return true;
  const { method, params } = message;
  if (method === "tools/call") return conversational.has(String(params?.name));
  return remembered.includes(method);
}
