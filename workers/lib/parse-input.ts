import type { z } from "zod";
import { AppError } from "#errors.ts";

/** What a caller sent, parsed; a mistake in it is the caller's. Names the fields, never what was put into them. */
export function parseInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) =>
    path.length === 0 ? message : `${path.join(".")}: ${message}`,
  );
  throw new AppError("invalid_request", problems.join("; "));
}
