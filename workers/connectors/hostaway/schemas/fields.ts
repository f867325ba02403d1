import { z } from "zod";

/*
 * Hostaway sends numbers as strings, flags as 0 and 1, and null almost anywhere. These fields never fail:
 * what is absent, null or unreadable becomes undefined, so that one odd value cannot spoil an answer.
 */
const anything = z.unknown().optional();

export const id = z.coerce.number<unknown>().int().positive();

export const number = anything.transform((value): number | undefined => {
  const parsed = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof parsed === "number" && Number.isFinite(parsed) ? parsed : undefined;
});

export const text = anything.transform((value): string | undefined => {
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value.trim() !== "" ? value : undefined;
});

export const flag = anything.transform((value): boolean | undefined => {
  if (value === true || value === 1 || value === "1") return true;
  if (value === false || value === 0 || value === "0") return false;
  return undefined;
});

export const date = text.transform((value) => value?.slice(0, 10));

/** A UTC time such as `2026-06-10 10:41:10`, as ISO 8601. */
export const time = text.transform((value) => value && toIsoTime(value));

export const list = <Item extends z.ZodType>(item: Item) => z.array(item).catch([]);

function toIsoTime(value: string): string | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}:\d{2})/.exec(value);
  return match ? `${match[1]}T${match[2]}Z` : undefined;
}
