import type { z } from "zod";
import type { ToolRun } from "./define-tool.ts";
import type { Toolset } from "./toolsets.ts";

export type Json = string | number | boolean | null | Json[] | JsonObject;
export interface JsonObject {
  [name: string]: Json;
}

/** One thing that a write changes, complete in itself: carried out now, later by a job, or again after a crash. */
export interface Step<Change extends JsonObject> {
  /** Which item this is, as the caller knows it: an id, or an id and dates. */
  item: string;
  /** All that `apply` needs, in absolute values: "10 % more" is worked out while planning. */
  change: Change;
  /** The fields that the change touches, as they were found and as they will be; null for what is not there. */
  before: JsonObject | null;
  after: JsonObject | null;
}

export const errorTypes = [
  "not_found",
  "unauthorized",
  "validation_error",
  "rate_limit",
  "timeout",
  "internal_error",
] as const;

/** An item of a batch that was not changed, why, and what to do about it. */
export interface FailedItem {
  item_id: string;
  error_type: (typeof errorTypes)[number];
  error_message: string;
  remediation: string;
}

/** What is at stake, per currency: never added up over currencies. */
export interface Money {
  what: string;
  currency: string;
  before: number | null;
  after: number | null;
}

export interface Plan<Change extends JsonObject> {
  /** One sentence: what will be different. */
  summary: string;
  steps: Step<Change>[];
  /** Found wrong while planning. Only a batch has any: everything else throws. */
  failed?: FailedItem[];
  money?: Money[];
  /** What a careful person would want to know before saying yes. */
  warnings: string[];
  /** Why this one cannot be taken back, although others of its tool can. */
  final?: string;
}

interface Application<Client, Change> {
  client: Client;
  change: Change;
  signal: AbortSignal;
}

/** How a change is taken back. */
export type Undo<Client, Change extends JsonObject> =
  | { impossible: string }
  | {
      /** The change that takes an applied step back, or null where this one cannot be. `result` is what `apply` gave. */
      reverse(step: Step<Change> & { result: JsonObject }): Change | null;
      /** The fields that the change touched as they are now, in the form of `after`: an undo must not overwrite what somebody did since. */
      read(application: Application<Client, Change> & { result: JsonObject }): Promise<JsonObject | null>;
    };

/**
 * A tool that changes something upstream. It says what it would do, and does one step; previews, idempotency keys, stale
 * versions, batches, jobs and undoing are the same for all of them and not its business.
 */
export interface WriteTool<
  Client = never,
  Input extends z.ZodObject = z.ZodObject,
  Change extends JsonObject = JsonObject,
> {
  name: string;
  title: string;
  access: "write" | "destructive";
  toolset: Toolset;
  description: string;
  /** Its own arguments; `dry_run`, `idempotency_key` and `expected_version` come with every write tool. */
  input: Input;
  /** What is stored of a step is parsed by this before it is applied. */
  change: z.ZodType<Change>;
  /** Whether it takes many items: those that fail are told of one by one, and the others go through. */
  batch: boolean;
  /** Whether applying a step twice is the same as applying it once. */
  repeatable: boolean;
  /** How many requests upstream carrying out a step takes, and as many to look at it again: one, unless it says otherwise. */
  countRequests?(change: Change): number;
  /** Reads what is there now (never from a cache) and works out the steps. Changes nothing. */
  plan(run: ToolRun<Client, z.infer<Input>>): Promise<Plan<Change>>;
  /** Carries out one step. Returns what upstream said that is of use, ids first. */
  apply(application: Application<Client, Change>): Promise<JsonObject>;
  undo: Undo<Client, Change>;
}

/** `defineWriteTool<Client>()({...})`: two calls, so that the client is named and the rest is inferred. */
export function defineWriteTool<Client>() {
  return <Input extends z.ZodObject, Change extends JsonObject>(
    tool: WriteTool<Client, Input, Change>,
  ): WriteTool<Client, Input, Change> => tool;
}
