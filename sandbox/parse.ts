import type { z } from "zod";

/** The JSON body parsed by `schema`; `refuse` makes the error to throw out of a sentence on what is wrong. */
export async function readJson<Schema extends z.ZodType>(
  request: { json(): Promise<unknown> },
  schema: Schema,
  refuse: (problem: string) => Error,
): Promise<z.output<Schema>> {
  const body = await request.json().catch(() => {
    throw refuse("The body is not valid JSON.");
  });
  return parseOr(schema, body, refuse);
}

export function parseOr<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  refuse: (problem: string) => Error,
): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map(({ path, message }) =>
    [path.join("."), message].filter(Boolean).join(": "),
  );
  throw refuse(issues.join("; "));
}
