import { z } from "zod";
import type { Collection } from "#sandbox/collection.ts";
import { parseOr } from "#sandbox/parse.ts";
import { readBody } from "./body.ts";
import type { HostawayContext } from "./context.ts";
import { toStamp } from "./dates.ts";
import { notFound } from "./envelope.ts";
import { invalid } from "./query.ts";

/** The row that the path names. */
export function getRow<Row extends { id: number }>(
  c: HostawayContext,
  rows: Collection<Row>,
  parameter = "id",
): Row {
  const row = rows.find(Number(c.req.param(parameter)));
  if (!row) throw notFound();
  return row;
}

interface Layers {
  /** What holds where the body says nothing. */
  base?: object;
  /** What the body cannot change. */
  fixed: object;
}

/** The body between two layers, by `schema`; what that does not know is dropped (assumed). */
export async function readRow<Schema extends z.ZodType>(
  c: HostawayContext,
  schema: Schema,
  { base, fixed }: Layers,
): Promise<z.output<Schema>> {
  const body = await readBody(c, z.record(z.string(), z.unknown()));
  return parseOr(schema, { ...base, ...body, ...fixed }, (problem) => invalid(c, problem));
}

/** What a new row gets whatever its body says. */
export function newRow<Row extends { id: number }>(c: HostawayContext, rows: Collection<Row>) {
  const stamp = nowStamp(c);
  return { id: rows.nextId(), accountId: Number(c.var.account.id), insertedOn: stamp, updatedOn: stamp };
}

export const nowStamp = (c: HostawayContext) => toStamp(c.env.world.clock.now());
