import { z } from "zod";
import { errorTypes, type WriteTool } from "./define-write-tool.ts";

/** How many items of each kind an answer shows. */
export const MAX_SHOWN = 50;

export const DryRun = z.boolean().default(false).describe("Say what would change, and change nothing");

const options = {
  dry_run: DryRun,
  idempotency_key: z
    .string()
    .min(1)
    .max(100)
    .optional()
    .describe("Your own id of this change: sent again, it is not made twice"),
  expected_version: z
    .string()
    .min(1)
    .max(100)
    .optional()
    .describe("The dry run's version: refuses if it changed since"),
};

const Fields = z.record(z.string(), z.unknown());

const Money = z.object({
  what: z.string(),
  currency: z.string(),
  before: z.number().optional(),
  after: z.number().optional(),
});

const common = {
  change_id: z.string().optional().describe("What undo_change takes; none on dry runs"),
  dry_run: z.boolean(),
  money: z.array(Money).optional(),
  warnings: z.array(z.string()),
  version: z.string().optional().describe("On dry runs: pass as expected_version"),
  undo: z.object({ possible: z.boolean(), reason: z.string().optional() }),
  replayed: z.boolean().optional().describe("Made before, by the call with this idempotency_key"),
};

export const SingleOutput = z.object({
  ...common,
  summary: z.string(),
  before: Fields.optional(),
  after: Fields.optional(),
  result: Fields.optional(),
});

export const FailedItem = z.object({
  item_id: z.string(),
  error_type: z.enum(errorTypes),
  error_message: z.string(),
  remediation: z.string(),
});

/** PartialFailureResponse, and what every write answers. On a dry run the results are what would be done. */
export const BatchOutput = z.object({
  ...common,
  message: z.string(),
  successful_results: z.array(
    z.object({
      item_id: z.string(),
      before: Fields.optional(),
      after: Fields.optional(),
      result: Fields.optional(),
    }),
  ),
  failed_items: z.array(FailedItem),
  summary: z.object({
    total_attempted: z.number(),
    succeeded: z.number(),
    failed: z.number(),
    success_rate: z.number(),
  }),
  more: z.number().optional().describe("How many items are not shown"),
  job: z
    .object({ id: z.string(), status: z.string(), total: z.number(), done: z.number(), failed: z.number() })
    .optional()
    .describe("The rest goes on by itself: ask get_job_status"),
});

/** What a caller may send and gets back: the tool's own arguments and what all writes have in common. */
export function toWriteSchemas(tool: Pick<WriteTool, "batch" | "input">) {
  return { input: tool.input.extend(options), output: tool.batch ? BatchOutput : SingleOutput };
}
