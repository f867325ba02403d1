import type {
  ListResourcesResult,
  ReadResourceRequest,
  ReadResourceResult,
} from "@modelcontextprotocol/server";
import { ProtocolError, ProtocolErrorCode, ResourceNotFoundError } from "@modelcontextprotocol/server";
import { listConnectors } from "#connectors/get-connector.ts";
import { toReceipt } from "#errors.ts";
import { listAccounts } from "../connections/choose-connection.ts";
import { callTool, type ToolOutcome } from "../tools/call-tool.ts";
import type { CallerContext } from "./caller-context.ts";
import { findView } from "./views.ts";

const MIME_TYPE = "application/json";
/** The account is named only where the organization has several of the connector. */
const ADDRESS = /^([a-z]+):\/\/([^/?#\s]{1,64})(?:\?account=([^?#&\s]{1,1200}))?$/;

const resources = listConnectors().flatMap(({ name, resources }) =>
  resources.map((resource) => ({ ...resource, connector: name })),
);

export const findResource = (scheme: string | undefined) =>
  resources.find((known) => known.scheme === scheme) ?? null;

export function handleListResourceTemplates({ caller, rooms }: CallerContext) {
  const accounts = listAccounts(rooms.connections, caller);
  const resourceTemplates = resources.map(({ connector, scheme, title, description }) => ({
    name: scheme,
    title,
    description,
    uriTemplate: `${scheme}://{id}${accounts.has(connector) ? "{?account}" : ""}`,
    mimeType: MIME_TYPE,
  }));
  return { resourceTemplates };
}

/** The first page of each kind and account. What cannot be listed now, because nothing is connected say, is an empty list. */
export async function handleListResources(context: CallerContext): Promise<ListResourcesResult> {
  const accounts = listAccounts(context.rooms.connections, context.caller);
  const lists = await Promise.all(
    resources.flatMap(({ connector, scheme, list }) =>
      (accounts.get(connector) ?? [undefined]).map(async (account) => {
        const args = withAccount(list.arguments, account);
        const outcome = await run(context, "resources/list", list.tool, args);
        const items = outcome.ok ? list.toItems(outcome.value) : [];
        return items.map(({ id, name }) => toListed(`${scheme}://${id}`, name, account));
      }),
    ),
  );
  return { resources: lists.flat() };
}

export async function handleReadResource(
  context: CallerContext,
  { params: { uri } }: ReadResourceRequest,
): Promise<ReadResourceResult> {
  const view = findView(uri);
  if (view !== null) return view;
  const [, scheme, id, encodedAccount] = ADDRESS.exec(uri) ?? [];
  const resource = findResource(scheme);
  if (resource === null || id === undefined) throw new ResourceNotFoundError(uri);
  const args = withAccount(resource.read.toArguments(id), decode(uri, encodedAccount));
  const outcome = await run(context, "resources/read", resource.read.tool, args);
  if (outcome.ok) return { contents: [{ uri, mimeType: MIME_TYPE, text: JSON.stringify(outcome.value) }] };
  const { code } = outcome.error;
  if (code === "not_found" || code === "invalid_request") throw new ResourceNotFoundError(uri);
  const receipt = toReceipt(outcome.error, context.rooms.ports.apiUrl);
  throw new ProtocolError(ProtocolErrorCode.InternalError, receipt.message, receipt);
}

function toListed(address: string, name: string, account?: string) {
  if (account === undefined) return { uri: address, name, mimeType: MIME_TYPE };
  const uri = `${address}?account=${encodeURIComponent(account)}`;
  return { uri, name: `${name} (${account})`, mimeType: MIME_TYPE };
}

export function withAccount(args: Record<string, unknown>, account?: string): Record<string, unknown> {
  return account === undefined ? args : { ...args, account };
}

function decode(uri: string, account?: string): string | undefined {
  try {
    return account && decodeURIComponent(account);
  } catch {
    throw new ResourceNotFoundError(uri);
  }
}

export function run(
  { rooms, ...from }: CallerContext,
  action: "resources/read" | "resources/list",
  name: string,
  args: Record<string, unknown>,
): Promise<ToolOutcome> {
  return callTool(rooms, { ...from, name, args, surface: "mcp", action });
}
