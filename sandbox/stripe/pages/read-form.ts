import type { z } from "zod";
import type { StripeRequest } from "../router.ts";

/** The fields of a form as the schema has them; what it does not name is left out. */
export async function readForm<Schema extends z.ZodType>(
  c: StripeRequest,
  schema: Schema,
): Promise<z.output<Schema>> {
  return schema.parse(await c.req.parseBody());
}
