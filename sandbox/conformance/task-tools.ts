import { inputRequired, ProtocolError, ProtocolErrorCode } from "@modelcontextprotocol/server";
import { z } from "zod";
import { askName, findName } from "./requests.ts";
import { asTask, asTaskOnly } from "./tasks.ts";
import { defineTool, text } from "./tool.ts";

const confirmation = (message: string) =>
  inputRequired.elicit({ message, requestedSchema: z.object({ confirm: z.boolean() }) });

export const taskTools = [
  defineTool({
    name: "greet",
    description: "Greets at once, never as a task.",
    input: z.object({ name: z.string() }),
    run: ({ args }) => text(`Hello, ${args.name}!`),
  }),
  defineTool({
    name: "slow_compute",
    description: "Takes as many seconds as it is told to.",
    input: z.object({ seconds: z.number().min(0), label: z.string().optional() }),
    run: ({ args: { seconds, label = "work" }, ctx }) =>
      asTask(ctx, async (signal) => {
        await scheduler.wait(seconds * 1000, { signal });
        return text(`Done: ${label}`);
      }),
  }),
  defineTool({
    name: "failing_job",
    description: "Fails as a tool fails, and only as a task.",
    run: ({ ctx }) =>
      asTaskOnly(ctx, async () => {
        throw new Error("This job always fails");
      }),
  }),
  defineTool({
    name: "protocol_error_job",
    description: "Fails as a server fails, and only as a task.",
    run: ({ ctx }) =>
      asTaskOnly(ctx, async () => {
        throw new ProtocolError(ProtocolErrorCode.InternalError, "This job always breaks");
      }),
  }),
  defineTool({
    name: "confirm_delete",
    description: "Asks before it deletes, which nothing is.",
    input: z.object({ filename: z.string() }),
    run: ({ args: { filename }, ctx }) =>
      asTaskOnly(ctx, async (_, ask) => {
        await ask({ confirm: confirmation(`Delete ${filename}?`) });
        return text(`Asked about ${filename}`);
      }),
  }),
  defineTool({
    name: "multi_input",
    description: "Asks two things at once.",
    run: ({ ctx }) =>
      asTaskOnly(ctx, async (_, ask) => {
        await ask({ first: confirmation("The first?"), second: confirmation("The second?") });
        return text("Both are answered");
      }),
  }),
  defineTool({
    name: "test_tool_with_task",
    description: "Asks for a name, then goes on as a task.",
    run: (call) => {
      const name = findName(call);
      if (name === undefined) return inputRequired({ inputRequests: { user_name: askName } });
      return asTaskOnly(call.ctx, async () => text(`Hello, ${name}!`));
    },
  }),
];
