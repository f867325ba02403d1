import { type McpServer, ResourceTemplate } from "@modelcontextprotocol/server";
import { png } from "./samples.ts";

export function registerResources(mcp: McpServer): void {
  const described = (description: string, mimeType: string) => ({ description, mimeType });
  mcp.registerResource(
    "static-text",
    "test://static-text",
    described("A text that never changes.", "text/plain"),
    ({ href: uri }) => ({
      contents: [{ uri, mimeType: "text/plain", text: "This is the content of the static text resource." }],
    }),
  );
  mcp.registerResource(
    "static-binary",
    "test://static-binary",
    described("An image that never changes.", png.mimeType),
    ({ href: uri }) => ({ contents: [{ uri, mimeType: png.mimeType, blob: png.data }] }),
  );
  mcp.registerResource(
    "watched-resource",
    "test://watched-resource",
    described("A text to subscribe to. It never changes either.", "text/plain"),
    ({ href: uri }) => ({ contents: [{ uri, mimeType: "text/plain", text: "Still the same." }] }),
  );
  mcp.registerResource(
    "template",
    new ResourceTemplate("test://template/{id}/data", { list: undefined }),
    described("Data by id.", "application/json"),
    ({ href: uri }, { id }) => ({
      contents: [
        {
          uri,
          mimeType: "application/json",
          text: JSON.stringify({ id, templateTest: true, data: `Data for ID: ${id}` }),
        },
      ],
    }),
  );
  mcp.server.setRequestHandler("resources/subscribe", () => ({}));
  mcp.server.setRequestHandler("resources/unsubscribe", () => ({}));
}
