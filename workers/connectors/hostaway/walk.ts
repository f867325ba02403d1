import type { Page } from "./schemas/envelope.ts";

const PAGE_SIZE = 100;

export interface Walk<Row> {
  rows: Row[];
  /** Where a later walk goes on. Absent when everything was read. */
  next?: number;
}

interface WalkOptions {
  start?: number;
  maxPages: number;
  onPage?(pages: number): void;
}

type ReadPage<Row> = (limit: number, from: number | undefined) => Promise<Page<Row>>;

/** Reads a list that is paged by `offset`. */
export const walkByOffset = <Row extends { id: number }>(read: ReadPage<Row>, options: WalkOptions) =>
  walk(read, options, (rows, from = 0) => from + rows.length);

/** Reads a list that is paged by `afterId`. Rows that change meanwhile move, and come twice. */
export const walkAfterId = <Row extends { id: number }>(read: ReadPage<Row>, options: WalkOptions) =>
  walk(read, options, (rows) => rows.at(-1)?.id);

async function walk<Row extends { id: number }>(
  read: ReadPage<Row>,
  { start, maxPages, onPage }: WalkOptions,
  advance: (rows: Row[], from?: number) => number | undefined,
): Promise<Walk<Row>> {
  const rows = new Map<number, Row>();
  let from = start;
  let seen = 0;
  for (let pages = 1; ; pages++) {
    const page = await read(PAGE_SIZE, from);
    for (const row of page.rows) rows.set(row.id, row);
    seen += page.rows.length;
    onPage?.(pages);
    if (isLast(page, seen)) return { rows: [...rows.values()] };
    from = advance(page.rows, from);
    if (pages === maxPages) return { rows: [...rows.values()], next: from };
  }
}

/** A full page is never taken for the last one, whatever `count` says; a short one is, unless `count` knows of more. */
function isLast({ rows, count = 0 }: Page<unknown>, seen: number): boolean {
  return rows.length === 0 || (rows.length < PAGE_SIZE && seen >= count);
}
