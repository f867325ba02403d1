import { z } from "zod";
import type { JsonObject } from "#connectors/define-write-tool.ts";
import { AppError } from "#errors.ts";

/** What tools call a field, and what Hostaway calls it. */
export type FieldNames = Readonly<Record<string, string>>;

export const Values = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));
export type Values = z.infer<typeof Values>;

/** The named fields of what Hostaway holds, under the tools' names; null for what is not there. */
export function toValues(row: object, fields: FieldNames, names: readonly string[]): Values {
  const held = new Map<string, unknown>(Object.entries(row));
  return Values.parse(Object.fromEntries(names.map((name) => [name, held.get(fields[name] ?? "") ?? null])));
}

/** The same under Hostaway's names, with its 0 and 1. */
export function toBody(values: Values, fields: FieldNames): JsonObject {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      fields[name] ?? name,
      typeof value === "boolean" ? Number(value) : value,
    ]),
  );
}

/** What of `wanted` differs from what Hostaway holds. Refuses a change that changes nothing. */
export function findChanges(row: object, wanted: Record<string, unknown>, fields: FieldNames) {
  const given = Object.entries(wanted).filter(([, value]) => value !== undefined);
  if (given.length === 0) {
    const names = Object.keys(fields).join("`, `");
    throw new AppError("invalid_request", `Name at least one thing to change: \`${names}\`.`);
  }
  const held = toValues(row, fields, Object.keys(fields));
  const changed = Object.fromEntries(given.filter(([name, value]) => held[name] !== value));
  const after = Values.parse(changed);
  if (Object.keys(after).length === 0) throw new AppError("conflict", "It is like that already.");
  return { before: toValues(row, fields, Object.keys(after)), after };
}
