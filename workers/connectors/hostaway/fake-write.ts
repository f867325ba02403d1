import type { z } from "zod";
import type { JsonObject, Plan, Step, WriteTool } from "#connectors/define-write-tool.ts";
import type { HostawayClient } from "./client.ts";
import { type FakeUpstream, NOW } from "./fake-upstream.ts";

type Write<Input extends z.ZodObject, Change extends JsonObject> = WriteTool<HostawayClient, Input, Change>;

const signal = new AbortController().signal;

/** Plans as the product does: the arguments go through the tool's schema. */
export async function planWrite<Input extends z.ZodObject, Change extends JsonObject>(
  tool: Write<Input, Change>,
  { client }: FakeUpstream,
  args: z.input<Input>,
): Promise<Plan<Change>> {
  const cursors = { read: refuse, write: refuse };
  return tool.plan({
    client,
    input: tool.input.parse(args),
    cursors,
    now: NOW,
    progress: () => {},
    signal,
  });
}

const refuse = () => {
  throw new Error("A write has no pages.");
};

/** The one step of a plan. */
export function getStep<Change extends JsonObject>({ steps }: Plan<Change>): Step<Change> {
  const [step, ...others] = steps;
  if (step === undefined || others.length > 0) throw new Error(`Expected one step, not ${steps.length}.`);
  return step;
}

/** Applies a step that was stored in between. */
export function applyWrite<Change extends JsonObject>(
  tool: Write<z.ZodObject, Change>,
  { client }: FakeUpstream,
  change: Change,
): Promise<JsonObject> {
  return tool.apply({ client, change: tool.change.parse(structuredClone(change)), signal });
}

/** What would take an applied step back, and the fields it touched as they are now. */
export async function lookBack<Change extends JsonObject>(
  tool: Write<z.ZodObject, Change>,
  { client }: FakeUpstream,
  step: Step<Change>,
  result: JsonObject,
) {
  if ("impossible" in tool.undo) throw new Error(tool.undo.impossible);
  return {
    reverse: tool.undo.reverse({ ...step, result }),
    now: await tool.undo.read({ client, change: step.change, result, signal }),
  };
}
