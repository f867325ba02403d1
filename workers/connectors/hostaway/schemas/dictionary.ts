import { z } from "zod";
import { pageOf, parserOf } from "./envelope.ts";
import { id, text } from "./fields.ts";

export type Dictionary = ReadonlyMap<number, string>;

export const parseDictionaryAnswer = parserOf(
  pageOf(z.object({ id, name: text })).transform(
    ({ rows }): Dictionary => new Map(rows.map((row) => [row.id, row.name ?? `#${row.id}`])),
  ),
);
