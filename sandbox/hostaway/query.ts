import { z } from "zod";
import { parseOr } from "#sandbox/parse.ts";
import type { HostawayContext } from "./context.ts";
import { HostawayFail } from "./envelope.ts";

export const QueryInteger = z.coerce.number().int().optional();
export const QueryText = z.string().optional();
export const QueryDate = z.iso.date().optional();
export const QueryFlag = z
  .enum(["0", "1"])
  .transform((flag) => (flag === "1" ? 1 : 0))
  .optional();
export const QuerySwitch = z
  .enum(["0", "1"])
  .default("0")
  .transform((flag) => flag === "1");

export const Paging = {
  limit: z.coerce.number().int().min(1).optional(),
  offset: z.coerce.number().int().min(0).default(0),
};

export const NoQuery = z.object({});

/** The query by `schema`, names that end in `[]` as arrays. Unknown names are ignored, as Hostaway seems to do, or named in a refusal when strict. */
export function readQuery<Schema extends z.ZodObject>(c: HostawayContext, schema: Schema): z.output<Schema> {
  const given = Object.fromEntries(
    Object.entries(c.req.query())
      .filter(([, value]) => value !== "")
      .map(([name, value]) => [name, name.endsWith("[]") ? c.req.queries(name) : value]),
  );
  const unknown = Object.keys(given).find((name) => !Object.hasOwn(schema.shape, name));
  if (c.var.settings.strict && unknown) throw new HostawayFail(400, `Unknown parameter: ${unknown}`);
  return parseOr(schema, given, (problem) => invalid(c, problem));
}

export const invalid = (c: HostawayContext, problem: string) =>
  new HostawayFail(c.var.settings.validationStatus, problem);

/** The rows from `offset` on, at most `limit` of them and never more than the settings allow. */
export function pageOf<Row>(c: HostawayContext, rows: Row[], paging: { limit?: number; offset: number }) {
  const { defaultLimit, maxLimit } = c.var.settings;
  const limit = Math.min(paging.limit ?? defaultLimit, maxLimit);
  const { offset } = paging;
  return { rows: rows.slice(offset, offset + limit), count: rows.length, limit, offset };
}

interface Bounds {
  start?: string;
  end?: string;
  isInclusive: boolean;
}

/** Whether a date (or the date of a timestamp) lies between the bounds that are given. */
export function isWithin(value: string | null, { start, end, isInclusive }: Bounds): boolean {
  if (!start && !end) return true;
  if (!value) return false;
  const date = value.slice(0, 10);
  if (isInclusive) return (!start || date >= start) && (!end || date <= end);
  return (!start || date > start) && (!end || date < end);
}

/** Hostaway's `match`: a part of the text, whatever its case (assumed). */
export const contains = (value: string | null, part: string | undefined) =>
  part === undefined || (value?.toLowerCase().includes(part.toLowerCase()) ?? false);
