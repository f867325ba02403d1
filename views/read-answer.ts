import * as z from "zod/mini";
import type { ToolResult } from "./host.ts";

const Receipt = z.object({ error: z.object({ message: z.string() }) });

const UNREADABLE = "The answer cannot be shown here. It is in the conversation as text.";

/** What a tool answered; throws in words for people when it failed. */
export function readAnswer<Answer extends z.ZodMiniType>(
  { isError, content, structuredContent }: ToolResult,
  schema: Answer,
): z.infer<Answer> {
  const text = content?.find(({ type }) => type === "text")?.text ?? "";
  // Some hosts hand on the text only, which says the same.
  const value = structuredContent ?? parseJson(text);
  if (isError) throw new Error(Receipt.safeParse(value).data?.error.message ?? (text || UNREADABLE));
  const answer = schema.safeParse(value);
  if (!answer.success) throw new Error(UNREADABLE);
  return answer.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
