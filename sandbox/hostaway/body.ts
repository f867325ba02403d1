import type { z } from "zod";
import { readJson } from "#sandbox/parse.ts";
import type { HostawayContext } from "./context.ts";
import { invalid } from "./query.ts";

export const readBody = <Schema extends z.ZodType>(
  c: HostawayContext,
  schema: Schema,
): Promise<z.output<Schema>> => readJson(c.req, schema, (problem) => invalid(c, problem));
