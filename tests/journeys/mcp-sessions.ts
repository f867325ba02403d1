import {
  Client,
  StreamableHTTPClientTransport,
  type VersionNegotiationOptions,
} from "@modelcontextprotocol/client";
import { Client as ClientV1 } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport, type StdioServerParameters } from "@modelcontextprotocol/sdk/client/stdio.js";
import { StreamableHTTPClientTransport as TransportV1 } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import { z } from "zod";
import { cleanUpWith } from "./clean-up.ts";
import type { Remote } from "./printed-setup.ts";

/** What both generations of the SDK's client do alike. */
export interface McpSession {
  /** The revision that was agreed on. */
  version?: string;
  listTools(): Promise<string[]>;
  /** The structured content; throws what a tool error says. */
  call(name: string, args?: Record<string, unknown>): Promise<Record<string, unknown>>;
}

const identity = { name: "journey", version: "1.0.0" };

export async function openV1({ url, headers }: Remote): Promise<McpSession> {
  const client = new ClientV1(identity);
  const transport = new TransportV1(new URL(url), { requestInit: { headers } });
  await client.connect(transport);
  return { ...toSession(client), version: transport.protocolVersion };
}

export async function openV1OverStdio(server: StdioServerParameters): Promise<McpSession> {
  const client = new ClientV1(identity);
  await client.connect(new StdioClientTransport(server));
  return toSession(client);
}

export async function openV2(
  { url, headers }: Remote,
  mode: VersionNegotiationOptions["mode"],
): Promise<McpSession> {
  const client = new Client(identity, { versionNegotiation: { mode } });
  await client.connect(new StreamableHTTPClientTransport(new URL(url), { requestInit: { headers } }));
  return { ...toSession(client), version: client.getNegotiatedProtocolVersion() };
}

const ToolResult = z.object({
  isError: z.boolean().optional(),
  content: z.tuple([z.object({ type: z.literal("text"), text: z.string() })]),
  structuredContent: z.record(z.string(), z.unknown()).optional(),
});

function toSession(client: Client | ClientV1): McpSession {
  cleanUpWith(() => client.close());
  return {
    async listTools() {
      const { tools } = await client.listTools();
      return tools.map(({ name }) => name);
    },
    async call(name, args = {}) {
      const { isError, content, structuredContent } = ToolResult.parse(
        await client.callTool({ name, arguments: args }),
      );
      const [{ text }] = content;
      if (isError || structuredContent === undefined) throw new Error(text);
      return structuredContent;
    },
  };
}
