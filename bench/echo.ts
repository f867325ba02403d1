import { createMcpHandler, McpServer } from "@modelcontextprotocol/server";
import { z } from "zod";

const Input = z.object({ booking_id: z.int().positive() });
const Output = z.object({ booking_id: z.number(), guest_name: z.string(), arrival_date: z.string() });

/** The floor: one McpServer with one zod tool, made per request by the SDK's own handler, and nothing else. */
const handler = createMcpHandler(() => {
  const server = new McpServer({ name: "echo", version: "1.0.0" });
  const config = { description: "Answers what it was asked.", inputSchema: Input, outputSchema: Output };
  server.registerTool("get_booking_details", config, ({ booking_id }) => {
    const structuredContent = { booking_id, guest_name: "Ann Example", arrival_date: "2026-12-01" };
    return { content: [{ type: "text", text: JSON.stringify(structuredContent) }], structuredContent };
  });
  return server;
});

export default { fetch: (request: Request) => handler.fetch(request) };
