import { z } from "zod";
import { ErrorBody } from "../api/schemas.ts";
import { toVerdict, type Verdict } from "./verdict.ts";

const Receipt = ErrorBody.shape.error;
/** Over HTTP the error is the receipt, in the protocol it has the receipt as its data. */
const Refused = z.object({ error: z.union([Receipt, z.object({ data: Receipt })]) });
const Answered = z.object({ result: z.record(z.string(), z.unknown()) });
const Content = z.object({ content: z.tuple([z.object({ text: z.string() })]) });

export const ListedTools = z.object({
  tools: z.array(
    z.object({
      name: z.string(),
      inputSchema: z.object({ required: z.array(z.string()).default([]) }),
      annotations: z.object({ readOnlyHint: z.boolean().optional() }).default({}),
    }),
  ),
});
export type ListedTool = z.infer<typeof ListedTools>["tools"][number];

const Failed = z.object({ isError: z.literal(true) });
const ConnectionStatus = z.object({
  connections: z.array(z.object({ name: z.string(), state: z.enum(["working", "rejected", "unreachable"]) })),
});

export interface Answer {
  result: Record<string, unknown>;
  /** Why it is no success; null: it is one. */
  refusal: Verdict | null;
}

/** What the MCP endpoint answered, be it JSON or one event. */
export function readAnswer(text: string): Answer {
  const json = parseJson(text.startsWith("{") ? text : (/^data: (\{.*)$/m.exec(text)?.[1] ?? ""));
  const refused = Refused.safeParse(json).data;
  if (refused !== undefined) return { result: {}, refusal: toRefusal(refused) };
  const result = Answered.safeParse(json).data?.result;
  if (result === undefined)
    return {
      result: {},
      refusal: toVerdict("internal", "The answer is not one of the protocol.", "operator"),
    };
  if (!Failed.safeParse(result).success) return { result, refusal: null };
  return { result, refusal: toRefusal(Refused.parse(readContent(result))) };
}

function toRefusal({ error }: z.infer<typeof Refused>): Verdict {
  const { code, message, whoCanFix } = "data" in error ? error.data : error;
  return toVerdict(code, message, whoCanFix);
}

export function readContent(result: Answer["result"]): unknown {
  return parseJson(Content.safeParse(result).data?.content[0].text ?? "");
}

/** What `get_connection_status` says of the accounts; null for nothing bad, and for any other tool. */
export function findBrokenConnection(result: Answer["result"]): Verdict | null {
  const connections = ConnectionStatus.safeParse(readContent(result)).data?.connections;
  if (connections === undefined) return null;
  if (connections.length === 0) {
    return toVerdict("not_connected", "The key works, and reaches no connected account.");
  }
  const broken = connections.find(({ state }) => state !== "working");
  if (broken === undefined) return null;
  return broken.state === "rejected"
    ? toVerdict(
        "connection_invalid",
        `The account ${broken.name} no longer accepts what it was connected with.`,
      )
    : toVerdict("upstream_unavailable", `The account ${broken.name} could not be reached just now.`);
}

/** That a tool worked and how much it told, and nothing of what it told. */
export function toShape(result: Answer["result"]): object {
  const content = readContent(result);
  const entries = typeof content === "object" && content !== null ? Object.entries(content) : [];
  const lists = entries.flatMap(([name, value]) => (Array.isArray(value) ? [[name, value.length]] : []));
  return { bytes: JSON.stringify(content)?.length ?? 0, items: Object.fromEntries(lists) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
