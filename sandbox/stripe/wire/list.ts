import { invalidRequest } from "../core/errors.ts";
import type { Table } from "../core/table.ts";

interface Page {
  limit: number;
  starting_after?: string;
  ending_before?: string;
}

type Item = { id: string };

/**
 * A page of `oldestFirst`, newest first as every list is. With the `table` that these are of, a cursor may also be an object that
 * the filters leave out, or no longer let through.
 */
export function toList<T extends Item>(url: string, oldestFirst: T[], page: Page, table?: Table<T>) {
  const { limit, starting_after, ending_before } = page;
  if (starting_after !== undefined && ending_before !== undefined)
    throw invalidRequest("You cannot use both starting_after and ending_before.", { param: "ending_before" });
  const items = oldestFirst.toReversed();
  const before = ending_before && itemsBefore(items, ending_before, "ending_before", table);
  const rest = before || items.slice(countUpTo(items, starting_after, table));
  const data = before ? rest.slice(-limit) : rest.slice(0, limit);
  return { object: "list", url, has_more: data.length < rest.length, data };
}

function itemsBefore<T extends Item>(items: T[], cursor: string, param: string, table?: Table<T>): T[] {
  return items.slice(0, startOf(items, cursor, param, table));
}

/** How many come before what follows the cursor. */
function countUpTo<T extends Item>(items: T[], cursor: string | undefined, table?: Table<T>): number {
  if (cursor === undefined) return 0;
  const start = startOf(items, cursor, "starting_after", table);
  return items[start]?.id === cursor ? start + 1 : start;
}

/** The index of the cursor, or of the first item that is older. */
function startOf<T extends Item>(items: T[], cursor: string, param: string, table?: Table<T>): number {
  const index = items.findIndex(({ id }) => id === cursor);
  if (index >= 0) return index;
  const position = table?.positionOf(cursor);
  if (!table || position === undefined) throw noSuchCursor(cursor, param, table);
  const older = items.findIndex(({ id }) => (table.positionOf(id) ?? 0) < position);
  return older < 0 ? items.length : older;
}

const noSuchCursor = (cursor: string, param: string, table?: { noSuch(id: string, param: string): Error }) =>
  table?.noSuch(cursor, param) ??
  invalidRequest(`No such object: '${cursor}'`, { code: "resource_missing", param });
