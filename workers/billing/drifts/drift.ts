import { eq, isNotNull, isNull, type SQL } from "drizzle-orm";
import { z } from "zod";
import { billingDrifts } from "#directory/schema/index.ts";

export type Drift = typeof billingDrifts.$inferSelect;

export const DriftFilter = z.object({
  /** Left out: both. */
  repaired: z.stringbool().optional(),
  kind: z.enum(billingDrifts.kind.enumValues).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type DriftFilter = z.infer<typeof DriftFilter>;

export function toConditions({ repaired, kind }: DriftFilter): (SQL | undefined)[] {
  const isRepaired = repaired ? isNotNull(billingDrifts.repairedAt) : isNull(billingDrifts.repairedAt);
  return [repaired === undefined ? undefined : isRepaired, kind && eq(billingDrifts.kind, kind)];
}
