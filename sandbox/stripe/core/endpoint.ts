import type { z } from "zod";
import type { Context } from "./context.ts";

type IdNames<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | IdNames<Rest>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never;

export interface Endpoint {
  method: "GET" | "POST" | "DELETE";
  /** As Hono writes it: `/v1/customers/:customer`. */
  path: string;
  params: z.ZodType;
  handle(ctx: Context, params: unknown, ids: Record<string, string>): object;
}

/**
 * One call of the API. `run` gets the parameters as `params` parsed them, and the ids of the path; it answers with the
 * object as it is kept. Expansion, idempotency and the transaction are the router's.
 */
export function endpoint<Path extends string, Schema extends z.ZodType>(
  method: Endpoint["method"],
  path: Path,
  params: Schema,
  run: (ctx: Context, params: z.output<Schema>, ids: Record<IdNames<Path>, string>) => object,
): Endpoint {
  // Safe: the router parses with this schema and matches this path before it calls.
  const handle = (ctx: Context, parsed: unknown, ids: Record<string, string>) =>
    run(ctx, parsed as z.output<Schema>, ids as Record<IdNames<Path>, string>);
  return { method, path, params, handle };
}
