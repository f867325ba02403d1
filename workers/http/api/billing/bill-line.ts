import { z } from "@hono/zod-openapi";

/** A line of an invoice or a preview. */
export const BillLine = z
  .object({
    description: z.string(),
    kind: z.enum(["base", "listing", "overage"]).nullable(),
    plan: z.string().nullable(),
    quantity: z.number(),
    amount: z.number().describe("Cents; less than nothing is a credit"),
    isProration: z.boolean().describe("Whether it settles a change within a period"),
    periodStart: z.number(),
    periodEnd: z.number(),
  })
  .openapi("BillLine");
