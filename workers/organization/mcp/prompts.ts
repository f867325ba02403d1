import type { GetPromptRequest, GetPromptResult } from "@modelcontextprotocol/server";
import { ProtocolError, ProtocolErrorCode } from "@modelcontextprotocol/server";
import { z } from "zod";
import type { ConnectorPrompt } from "#connectors/define-prompt.ts";
import { listConnectors } from "#connectors/get-connector.ts";
import type { CallerContext } from "./caller-context.ts";

const prompts: ConnectorPrompt[] = listConnectors().flatMap((connector) => connector.prompts);

const listed = prompts.map(({ name, title, description, arguments: args }) => {
  const { properties = {}, required = [] } = z.toJSONSchema(args, { io: "input" });
  return {
    name,
    title,
    description,
    arguments: Object.entries(properties).map(([argument, schema]) => ({
      name: argument,
      description: typeof schema === "object" ? schema.description : undefined,
      required: required.includes(argument),
    })),
  };
});

export const findPrompt = (name: string): ConnectorPrompt | null =>
  prompts.find((known) => known.name === name) ?? null;

export function handleListPrompts() {
  return { prompts: listed };
}

export function handleGetPrompt({ rooms }: CallerContext, { params }: GetPromptRequest): GetPromptResult {
  const prompt = findPrompt(params.name);
  if (prompt === null)
    throw new ProtocolError(ProtocolErrorCode.InvalidParams, "There is no prompt with that name.");
  const args = prompt.arguments.safeParse(params.arguments ?? {});
  if (!args.success) {
    throw new ProtocolError(ProtocolErrorCode.InvalidParams, z.prettifyError(args.error));
  }
  const text = prompt.render(args.data, rooms.ports.clock.now());
  return { description: prompt.description, messages: [{ role: "user", content: { type: "text", text } }] };
}
