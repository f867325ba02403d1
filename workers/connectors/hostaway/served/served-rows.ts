import { z } from "zod";
import type { UpstreamFetch, UpstreamRequest } from "#connectors/define-connector.ts";
import { answerOf, type Page, pageOf, parserOf } from "../schemas/envelope.ts";
import { id, number } from "../schemas/fields.ts";
import { type Walk, walkAfterId, walkByOffset } from "../walk.ts";

const Row = z.looseObject({ id, listingMapId: number });
type Row = z.infer<typeof Row>;

const parsePage = parserOf(pageOf(Row));
const parseRow = answerOf(z.looseObject({ listingMapId: number }).optional().catch(undefined));

export interface Reading {
  fetch: UpstreamFetch;
  path: string;
  request: UpstreamRequest;
}

/** The property that a single answer is about. */
export const toProperty = (body: unknown): number | undefined => parseRow(body)?.listingMapId;

/** What is general, and belongs to no property, is shown too. */
export async function readUnpaged(
  { fetch, path, request }: Reading,
  isServed: (row: Row) => boolean,
): Promise<object> {
  const { rows } = parsePage(await fetch(path, request));
  return toBody({ rows: rows.filter(isServed) });
}

/** One page of those rows of a list that are served: the upstream's own pages hold others between them. */
export async function readByOffset(
  reading: Reading,
  isServed: (row: Row) => boolean,
  maxPages: number,
): Promise<object> {
  const { query = {} } = reading.request;
  const walk = await walkByOffset((limit, offset) => readPage(reading, { limit, offset }), { maxPages });
  const offset = Number(query.offset ?? 0);
  return cut(walk, isServed, offset, query.limit);
}

/** The same of bookings, which can be asked for by property, and are paged by the id of the last one. */
export async function readBookings(
  reading: Reading,
  properties: Iterable<number>,
  maxPages: number,
): Promise<object> {
  const { afterId, limit } = reading.request.query ?? {};
  const walks = await Promise.all(
    Array.from(properties, (listingId) =>
      walkAfterId((limit, afterId) => readPage(reading, { limit, afterId, listingId }), { maxPages }),
    ),
  );
  const rows = walks.flatMap((walk) => walk.rows).sort((a, b) => a.id - b.id);
  const next = walks.find((walk) => walk.next !== undefined)?.next;
  const known = new Set(properties);
  const start = afterId === undefined ? 0 : rows.filter((row) => row.id <= Number(afterId)).length;
  return cut({ rows, next }, (row) => known.has(row.listingMapId ?? 0), start, limit);
}

async function readPage(
  { fetch, path, request }: Reading,
  place: NonNullable<UpstreamRequest["query"]>,
): Promise<Page<Row>> {
  return parsePage(await fetch(path, { ...request, query: { ...request.query, ...place } }));
}

function cut(
  walk: Walk<Row>,
  isServed: (row: Row) => boolean,
  start: number,
  limit: NonNullable<UpstreamRequest["query"]>[string],
): object {
  const rows = walk.rows.filter(isServed);
  const count = walk.next === undefined ? rows.length : undefined;
  return toBody({ rows: rows.slice(start, start + Number(limit ?? rows.length)), count });
}

const toBody = ({ rows, count }: Page<Row>): object => ({ result: rows, count });
