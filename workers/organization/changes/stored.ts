import { z } from "zod";
import type { Json, JsonObject, Money, Plan } from "#connectors/define-write-tool.ts";
import { FailedItem } from "#connectors/write-schemas.ts";
import type { changeItems, changes } from "../schema/index.ts";

export type ChangeRow = typeof changes.$inferSelect;
export type ItemRow = typeof changeItems.$inferSelect;

const JsonValue: z.ZodType<Json> = z.json();
export const Fields: z.ZodType<JsonObject> = z.record(z.string(), JsonValue);

const StoredMoney: z.ZodType<Money> = z.object({
  what: z.string(),
  currency: z.string(),
  before: z.number().nullable(),
  after: z.number().nullable(),
});

/** What is kept of a plan besides its steps. */
export const Details = z.object({
  summary: z.string(),
  money: z.array(StoredMoney).optional(),
  warnings: z.array(z.string()),
  final: z.string().optional(),
  failed: z.array(FailedItem),
});
export type Details = z.infer<typeof Details>;

/** What is kept of a step. `undoing`: the applied step that this one takes back. */
export const ItemData = z.object({
  change: Fields,
  before: Fields.nullable(),
  after: Fields.nullable(),
  undoing: z.object({ change: Fields, result: Fields }).optional(),
});
export type ItemData = z.infer<typeof ItemData>;

export interface PlannedStep extends ItemData {
  item: string;
}

export type PlannedChange = Omit<Plan<JsonObject>, "steps"> & { steps: PlannedStep[] };

/** A step with what is encrypted at rest opened. */
export interface Item extends Omit<ItemRow, "data" | "result"> {
  step: ItemData;
  result: JsonObject | null;
}
