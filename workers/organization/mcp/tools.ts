import type { CallToolRequest, CallToolResult, ServerContext } from "@modelcontextprotocol/server";
import { ProtocolError, ProtocolErrorCode } from "@modelcontextprotocol/server";
import { toReceipt } from "#errors.ts";
import { listAccounts } from "../connections/choose-connection.ts";
import { callTool } from "../tools/call-tool.ts";
import { listToolsFor } from "../tools/tool-table.ts";
import type { Provenance } from "../tools/upstream-visit.ts";
import type { CallerContext } from "./caller-context.ts";
import { wantsViews, withView } from "./views.ts";

export function handleListTools({ caller, rooms }: CallerContext, context: ServerContext) {
  const tools = listToolsFor(caller, listAccounts(rooms.connections, caller));
  return { tools: wantsViews(context) ? tools.map(withView) : tools };
}

export async function handleCallTool(
  { rooms, ...from }: CallerContext,
  { params }: CallToolRequest,
  { mcpReq }: ServerContext,
): Promise<CallToolResult> {
  const progressToken = params._meta?.progressToken;
  const outcome = await callTool(rooms, {
    ...from,
    name: params.name,
    args: params.arguments,
    surface: "mcp",
    action: "tools/call",
    signal: mcpReq.signal,
    progress:
      progressToken === undefined
        ? undefined
        : (progress, total, message) => {
            const update = { progressToken, progress, total, message };
            void mcpReq.notify({ method: "notifications/progress", params: update });
          },
  });
  if (outcome.ok) {
    return {
      content: [{ type: "text", text: JSON.stringify(outcome.value) }],
      structuredContent: outcome.value,
      ...toMeta(outcome.provenance),
    };
  }
  const receipt = toReceipt(outcome.error, rooms.ports.apiUrl);
  if (receipt.code === "unknown_tool") {
    throw new ProtocolError(ProtocolErrorCode.InvalidParams, receipt.message, receipt);
  }
  // Only as text: a client may check structured content against the output schema even on an error.
  return { content: [{ type: "text", text: JSON.stringify({ error: receipt }) }], isError: true };
}

/** Beside the answer and not in it: an output schema says what a tool tells, not where it has it from. */
function toMeta({ asOf, waitedMs }: Provenance) {
  if (asOf === undefined) return {};
  return {
    _meta: { "latchkey/as_of": asOf, ...(waitedMs !== undefined && { "latchkey/waited_ms": waitedMs }) },
  };
}
