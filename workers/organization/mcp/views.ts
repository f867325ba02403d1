import {
  CLIENT_CAPABILITIES_META_KEY,
  type Tool as ListedTool,
  type ReadResourceResult,
  type ServerContext,
} from "@modelcontextprotocol/server";
import { z } from "zod";
import type { View } from "#connectors/define-tool.ts";
import { getTool, isWriteTool } from "../tools/tool-table.ts";
import documents from "./view-documents.ts";

/** https://github.com/modelcontextprotocol/ext-apps, revision 2026-01-26 */
const EXTENSION = "io.modelcontextprotocol/ui";
const MIME_TYPE = "text/html;profile=mcp-app";
const ORIGIN = "ui://latchkey/";
const SESSION = "views.";

const views = new Map<string, string>(
  Object.entries(documents satisfies Record<View, string>).map(([view, html]) => [ORIGIN + view, html]),
);

const Capabilities = z.object({
  extensions: z.object({ [EXTENSION]: z.object({ mimeTypes: z.array(z.string()) }) }),
});
const Envelope = z.object({ [CLIENT_CAPABILITIES_META_KEY]: z.unknown() });

export function canShowViews(clientCapabilities: unknown): boolean {
  const { data } = Capabilities.safeParse(clientCapabilities);
  return data?.extensions[EXTENSION].mimeTypes.includes(MIME_TYPE) ?? false;
}

/**
 * A client of the older era says what it can show only once, at `initialize`. It repeats the session's id with every
 * request, so that id says it from then on, and nothing has to be stored.
 */
export function newViewSession(): string {
  return SESSION + crypto.randomUUID();
}

/** Whether the client that sent this request shows views. */
export function wantsViews({ mcpReq, http }: ServerContext): boolean {
  if (http?.req?.headers.get("mcp-session-id")?.startsWith(SESSION)) return true;
  const { data } = Envelope.safeParse(mcpReq.envelope);
  return canShowViews(data?.[CLIENT_CAPABILITIES_META_KEY]);
}

/** The tool as it is listed to clients that show views. */
export function withView(listed: ListedTool): ListedTool {
  const { tool } = getTool(listed.name);
  if (isWriteTool(tool) || tool.view === undefined) return listed;
  return { ...listed, _meta: { ui: { resourceUri: ORIGIN + tool.view } } };
}

/** Null when it is not the address of a view. They carry no data: that comes to them as the tool's answer. */
export function findView(uri: string): ReadResourceResult | null {
  const text = views.get(uri);
  if (text === undefined) return null;
  // Naming no domains is how a view says that it needs none.
  const ui = { csp: { connectDomains: [], resourceDomains: [] }, prefersBorder: true };
  return { contents: [{ uri, mimeType: MIME_TYPE, text, _meta: { ui } }] };
}
