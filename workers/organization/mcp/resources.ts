import type {
  ListResourcesResult,
  ReadResourceRequest,
  ReadResourceResult,
} from "@modelcontextprotocol/server";
import { ProtocolError, ProtocolErrorCode, ResourceNotFoundError } from "@modelcontextprotocol/server";
import type { ConnectorResource } from "#connectors/define-resource.ts";
import { listConnectors } from "#connectors/get-connector.ts";
import { toReceipt } from "#errors.ts";
import { callTool, type ToolOutcome } from "../tools/call-tool.ts";
import type { CallerContext } from "./caller-context.ts";

const MIME_TYPE = "application/json";
const ADDRESS = /^([a-z]+):\/\/([^/?#\s]{1,64})$/;

const resources: ConnectorResource[] = listConnectors().flatMap((connector) => connector.resources);

const templates = resources.map(({ scheme, title, description }) => ({
  name: scheme,
  title,
  description,
  uriTemplate: `${scheme}://{id}`,
  mimeType: MIME_TYPE,
}));

export function handleListResourceTemplates() {
  return { resourceTemplates: templates };
}

/** The first page of each kind. What cannot be listed now, because nothing is connected say, is an empty list. */
export async function handleListResources(context: CallerContext): Promise<ListResourcesResult> {
  const lists = await Promise.all(
    resources.map(async ({ scheme, list }) => {
      const outcome = await run(context, "resources/list", list.tool, list.arguments);
      const items = outcome.ok ? list.toItems(outcome.value) : [];
      return items.map(({ id, name }) => ({ uri: `${scheme}://${id}`, name, mimeType: MIME_TYPE }));
    }),
  );
  return { resources: lists.flat() };
}

export async function handleReadResource(
  context: CallerContext,
  { params: { uri } }: ReadResourceRequest,
): Promise<ReadResourceResult> {
  const [, scheme, id] = ADDRESS.exec(uri) ?? [];
  const resource = resources.find((known) => known.scheme === scheme);
  if (resource === undefined || id === undefined) throw new ResourceNotFoundError(uri);
  const outcome = await run(context, "resources/read", resource.read.tool, resource.read.toArguments(id));
  if (outcome.ok) return { contents: [{ uri, mimeType: MIME_TYPE, text: JSON.stringify(outcome.value) }] };
  const { code } = outcome.error;
  if (code === "not_found" || code === "invalid_request") throw new ResourceNotFoundError(uri);
  const receipt = toReceipt(outcome.error, context.rooms.ports.apiUrl);
  throw new ProtocolError(ProtocolErrorCode.InternalError, receipt.message, receipt);
}

function run(
  { rooms, ...from }: CallerContext,
  action: "resources/read" | "resources/list",
  name: string,
  args: Record<string, unknown>,
): Promise<ToolOutcome> {
  return callTool(rooms, { ...from, name, args, surface: "mcp", action });
}
