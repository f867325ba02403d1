import {
  type CallToolResult,
  type InputRequiredResult,
  type McpServer,
  ProtocolError,
  ProtocolErrorCode,
  type ServerContext,
  type ServerNotifier,
  type StandardSchemaWithJSON,
} from "@modelcontextprotocol/server";
import { z } from "zod";

export interface Call {
  ctx: ServerContext;
  notify: ServerNotifier;
}

type Outcome = CallToolResult | InputRequiredResult;

export interface FixtureTool {
  name: string;
  description: string;
  input: StandardSchemaWithJSON;
  /** Whether, in the older era, it needs more than one request: to ask the client, to log at its level, to be resumed. */
  needsSession: boolean;
  call: (args: unknown, call: Call) => Promise<Outcome>;
}

interface Definition<Input extends StandardSchemaWithJSON> {
  name: string;
  description: string;
  input?: Input;
  needsSession?: boolean;
  run: (call: Call & { args: StandardSchemaWithJSON.InferOutput<Input> }) => Outcome | Promise<Outcome>;
}

export function defineTool<Input extends StandardSchemaWithJSON = typeof nothing>({
  input: given,
  needsSession = false,
  run,
  ...tool
}: Definition<Input>): FixtureTool {
  const input = given ?? nothing;
  const call = async (args: unknown, context: Call) => {
    const parsed = await input["~standard"].validate(args ?? {});
    if (parsed.issues) return toError(parsed.issues.map(({ message }) => message).join("; "));
    return run({ ...context, args: toOutput<Input>(parsed.value) });
  };
  return { ...tool, input, needsSession, call };
}

const nothing = z.object({});

/** Safe because the schema itself has just made this value; its type is lost on the way. */
const toOutput = <Input extends StandardSchemaWithJSON>(value: unknown) =>
  value as StandardSchemaWithJSON.InferOutput<Input>;

export const text = (...lines: string[]): CallToolResult => ({
  content: lines.map((line) => ({ type: "text", text: line })),
});

export const toError = (message: string): CallToolResult => ({ ...text(message), isError: true });

export function registerTools(mcp: McpServer, tools: FixtureTool[], notify: ServerNotifier): void {
  const byName = new Map(tools.map((tool) => [tool.name, tool]));
  for (const { name, description, input, call } of tools)
    mcp.registerTool(name, { description, inputSchema: input }, (args, ctx) => call(args, { ctx, notify }));
  // In place of the SDK's own, which would make a tool's result of an error that the protocol has a code for.
  mcp.server.setRequestHandler("tools/call", async ({ params }, ctx) => {
    const tool = byName.get(params.name);
    if (tool === undefined)
      throw new ProtocolError(ProtocolErrorCode.InvalidParams, "There is no such tool.");
    try {
      return await tool.call(params.arguments, { ctx, notify });
    } catch (thrown) {
      if (thrown instanceof ProtocolError) throw thrown;
      return toError(thrown instanceof Error ? thrown.message : String(thrown));
    }
  });
}
