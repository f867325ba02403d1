import { z } from "zod";
import { invalidRequest } from "../core/errors.ts";

export { removedIn } from "./removed-in.ts";

/** The kinds of values that a form holds. All arrive as strings; a JSON body (v2) may hold the real thing. */

export const Text = z.string().min(1).max(5000);

/** Where a browser may be sent. Without spaces, controls and scripts. */
export const WebAddress = Text.refine((url) => /^https?:\/\/[^\s\p{Cc}]+$/iu.test(url) && URL.canParse(url), {
  message: "Not a valid URL",
  params: { code: "url_invalid" },
});

export const Integer = z.custom<string | number>(isInteger, "Invalid integer").transform(Number);

export const Bool = z
  .custom<string | boolean>((value) => /^(true|false)$/.test(String(value)), "Invalid boolean")
  .transform((value) => String(value) === "true");

/** Seconds since the epoch. */
export const Timestamp = Integer;

export const Currency = z
  .string()
  .transform((code) => code.toLowerCase())
  .refine((code) => /^[a-z]{3}$/.test(code), "Invalid currency");

/** An empty string clears the field: null. */
export const unsettable = <Schema extends z.ZodType>(schema: Schema) =>
  z.union([z.literal("").transform(() => null), schema]);

/** Keys set to an empty string are removed; an empty string in its place removes all. */
export const Metadata = unsettable(z.record(z.string().max(40), z.string().max(500)));

const mostKeys = 50;

/** What `params.metadata` makes of the former metadata. */
export function mergeMetadata(
  former: Record<string, string>,
  given: Record<string, string> | null | undefined,
): Record<string, string> {
  if (given === null) return {};
  const merged = Object.entries({ ...former, ...given }).filter(([, value]) => value !== "");
  if (merged.length > mostKeys)
    throw invalidRequest(`Metadata can have up to ${mostKeys} keys.`, { param: "metadata" });
  return Object.fromEntries(merged);
}

const Range = z.union([
  Integer.transform((at) => ({ gte: at, lte: at })),
  z.strictObject({
    gt: Integer.optional(),
    gte: Integer.optional(),
    lt: Integer.optional(),
    lte: Integer.optional(),
  }),
]);

/** For the `created` filter of lists, and its like. */
export const RangeFilter = Range.optional();

export function isWithin(range: z.output<typeof RangeFilter>, value: number): boolean {
  if (!range) return true;
  const { gt = -Infinity, gte = -Infinity, lt = Infinity, lte = Infinity } = { ...noBounds, ...range };
  return value > gt && value >= gte && value < lt && value <= lte;
}

const noBounds: { gt?: number; gte?: number; lt?: number; lte?: number } = {};

function isInteger(value: unknown): boolean {
  return typeof value === "string" ? /^[+-]?\d{1,15}$/.test(value) : Number.isSafeInteger(value);
}

/** The parameters of every list; put the filters beside them. */
export const listFields = {
  limit: Integer.pipe(z.int().min(1).max(100)).default(10),
  starting_after: Text.optional(),
  ending_before: Text.optional(),
};
