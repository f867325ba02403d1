import type { z } from "zod";
import type { StripeRequest } from "../router.ts";

/** A form that none of the pages sends. */
export class UnreadableForm extends Error {}

/** The fields of a form as the schema has them; what it does not name is left out. */
export async function readForm<Schema extends z.ZodType>(
  c: StripeRequest,
  schema: Schema,
): Promise<z.output<Schema>> {
  const fields = await c.req.parseBody().catch(() => null);
  const parsed = schema.safeParse(fields);
  if (parsed.success) return parsed.data;
  throw new UnreadableForm();
}
