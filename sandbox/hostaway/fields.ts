import { z } from "zod";

export const Text = z.string().nullable().default(null);
export const Integer = z.int().nullable().default(null);
export const Decimal = z.number().nullable().default(null);
/** Hostaway's boolean. */
export const Flag = z.union([z.literal(0), z.literal(1)]).default(0);
export const OptionalFlag = z
  .union([z.literal(0), z.literal(1)])
  .nullable()
  .default(null);
export const DateText = z.iso.date();
export const CustomFieldValues = z.array(z.object({ customFieldId: z.int(), value: z.string() })).default([]);

/** One schema under many names; safe, since every name is given its field. */
export function each<const Name extends string, Field extends z.ZodType>(
  names: readonly Name[],
  field: Field,
) {
  return Object.fromEntries(names.map((name) => [name, field])) as Record<Name, Field>;
}
