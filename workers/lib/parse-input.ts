import type { z } from "zod";
import { AppError } from "#errors.ts";
import "./plain-problems.ts";

/** What a caller sent, parsed; a mistake in it is the caller's. Names the fields, never what was put into them. */
export function parseInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw new AppError("invalid_request", toProblems(parsed.error));
}

/** What is wrong with each field, in one line. */
export function toProblems({ issues }: Pick<z.ZodError, "issues">): string {
  return issues
    .map(({ path, message }) => (path.length === 0 ? message : `${path.join(".")}: ${message}`))
    .join("; ");
}
