import { z } from "zod";
import type { Cursors } from "#connectors/define-tool.ts";
import type { Walk } from "./walk.ts";

/** A row's sort key and id. */
const Place = z.tuple([z.string(), z.number()]);
type Place = z.infer<typeof Place>;

/** Where a page begins: in which walk, and behind which row. */
export const Position = z.object({ start: z.number().optional(), after: Place.optional() });
export type Position = z.infer<typeof Position>;

export const readPosition = (cursors: Cursors, cursor: string | undefined): Position =>
  cursor === undefined ? {} : cursors.read(cursor, Position);

interface Sorting<Row> {
  order?: "ascending" | "descending";
  /** Rows with equal keys are sorted by id. */
  toKey(row: Row): string;
}

/** The rows behind a place, sorted. Whatever comes or goes between two calls, none of the others repeats or hides. */
export function sortBehind<Row extends { id: number }>(
  after: Place | undefined,
  rows: readonly Row[],
  { order = "ascending", toKey }: Sorting<Row>,
): { row: Row; place: Place }[] {
  const sign = order === "ascending" ? 1 : -1;
  const compare = ([keyA, idA]: Place, [keyB, idB]: Place) =>
    sign * (keyA === keyB ? idA - idB : keyA < keyB ? -1 : 1);
  return rows
    .map((row) => ({ row, place: [toKey(row), row.id] satisfies Place }))
    .filter(({ place }) => after === undefined || compare(place, after) > 0)
    .sort((a, b) => compare(a.place, b.place));
}

interface PageOptions<Row> extends Sorting<Row> {
  cursors: Cursors;
  position: Position;
  limit: number;
}

interface SortedPage<Row> {
  rows: Row[];
  nextCursor?: string;
  /** How many rows there are in all. Absent unless every one was read. */
  total?: number;
}

/** Sorts what a walk found and cuts one page out of it; behind its last row the next page begins, then the next walk. */
export function cutPage<Row extends { id: number }>(
  walk: Walk<Row>,
  { cursors, position: { start, after }, limit, ...sorting }: PageOptions<Row>,
): SortedPage<Row> {
  const rest = sortBehind(after, walk.rows, sorting);
  const page = rest.slice(0, limit);
  const isWhole = start === undefined && walk.next === undefined;
  return {
    rows: page.map(({ row }) => row),
    nextCursor: toNextCursor(),
    total: isWhole ? walk.rows.length : undefined,
  };

  function toNextCursor(): string | undefined {
    if (rest.length > limit) return cursors.write({ start, after: page.at(-1)?.place } satisfies Position);
    return walk.next === undefined ? undefined : cursors.write({ start: walk.next } satisfies Position);
  }
}

/** One page of what was worked out whole and is in its order already. */
export function cutRows<Row>(
  rows: readonly Row[],
  cursors: Cursors,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): { rows: Row[]; nextCursor?: string } {
  const numbered = { rows: rows.map((row, index) => ({ id: index + 1, row })) };
  const position = readPosition(cursors, cursor);
  const page = cutPage(numbered, { cursors, position, limit, toKey: () => "" });
  return { rows: page.rows.map(({ row }) => row), nextCursor: page.nextCursor };
}
