import { z } from "zod";
import { AppError } from "#errors.ts";
import { number } from "./fields.ts";

/** One answer to a list request. `count` is what Hostaway says matches in all; it may be missing or wrong. */
export interface Page<Row> {
  rows: Row[];
  count?: number;
}

export const pageOf = <Row extends z.ZodType>(row: Row) =>
  z
    .object({ result: z.array(row).nullish(), count: number })
    .transform(({ result, count }): Page<z.output<Row>> => ({ rows: result ?? [], count }));

/**
 * Parses a body once, however often it is handed out of a cache: the cache gives the same object each time.
 * The parsed value is shared, so nobody may change it.
 */
export function parserOf<Schema extends z.ZodType>(schema: Schema): (body: unknown) => z.output<Schema> {
  const parsed = new WeakMap<object, z.output<Schema>>();
  return (body) => {
    if (typeof body !== "object" || body === null) return parse(schema, body);
    const known = parsed.get(body) ?? parse(schema, body);
    parsed.set(body, known);
    return known;
  };
}

function parse<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  throw new AppError("upstream_unavailable", "Hostaway answered in an unexpected form.", {
    cause: result.error,
  });
}

/** A parser of answers that carry one thing. */
export function answerOf<Schema extends z.ZodType>(schema: Schema): (body: unknown) => z.output<Schema> {
  const parseResult = parserOf(schema);
  return (body) => parseResult(Envelope.safeParse(body).data?.result);
}

const Envelope = z.object({ result: z.unknown() });
