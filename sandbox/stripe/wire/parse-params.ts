import type { z } from "zod";
import { invalidRequest, missingParam, type StripeError, unknownParam } from "../core/errors.ts";

/** The parameters as the endpoint's schema has them; else the error Stripe would give for the first that is wrong. */
export function parseParams<Schema extends z.ZodType>(schema: Schema, params: object): z.output<Schema> {
  const parsed = schema.safeParse(params);
  if (parsed.success) return parsed.data;
  throw toError(parsed.error.issues, params);
}

function toError([issue, ...rest]: z.core.$ZodIssue[], params: object): StripeError {
  if (!issue) throw new Error(`A failed parse without an issue (${rest.length})`);
  const param = toName(issue.path);
  if (issue.code === "unrecognized_keys") return unknownParam(toName([...issue.path, issue.keys[0] ?? ""]));
  if (valueAt(params, issue.path) === undefined) return missingParam(param);
  if (issue.code === "invalid_union") return toError(issue.errors[0] ?? [], params);
  return invalidRequest(`${issue.message}: ${JSON.stringify(valueAt(params, issue.path))}`, { param });
}

const toName = ([head = "", ...rest]: PropertyKey[]) =>
  [String(head), ...rest.map((key) => `[${String(key)}]`)].join("");

const valueAt = (params: unknown, path: PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) => (Object(value) === value ? Reflect.get(Object(value), key) : undefined),
    params,
  );
