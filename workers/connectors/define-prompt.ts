import type { z } from "zod";

/** A workflow that a person picks. Arguments arrive as strings; `render` writes the user message that starts it. */
export interface ConnectorPrompt<Arguments extends z.ZodObject = z.ZodObject> {
  name: string;
  title: string;
  description: string;
  arguments: Arguments;
  /** Which kind of resource an argument names, so that clients can offer some: its scheme. */
  completedBy?: Partial<Record<keyof z.infer<Arguments>, string>>;
  render(args: z.infer<Arguments>, now: number): string;
}

export function definePrompt<Arguments extends z.ZodObject>(
  prompt: ConnectorPrompt<Arguments>,
): ConnectorPrompt<Arguments> {
  return prompt;
}
