import type { z } from "zod";
import type { Toolset } from "./toolsets.ts";

/** What a tool may do upstream. The four MCP hints are derived from it, so they cannot disagree. */
export type Access = "read" | "write" | "destructive";

/** Opaque page handles. Signed, bound to the organization, the tool and the other arguments; invalid ones throw `invalid_cursor`. */
export interface Cursors {
  read<State extends z.ZodType>(cursor: string, state: State): z.infer<State>;
  write(state: unknown): string;
}

export interface ToolRun<Client, Input> {
  client: Client;
  input: Input;
  cursors: Cursors;
  /** Milliseconds since the epoch, by the product's clock. */
  now: number;
  progress(done: number, total?: number, message?: string): void;
  signal: AbortSignal;
}

/** Pictures of an answer that can be worked with, for clients that show such. Each has a folder in views/. */
export type View = "availability-calendar" | "financial-summary";

export interface Tool<
  Client = never,
  Input extends z.ZodObject = z.ZodObject,
  Output extends z.ZodObject = z.ZodObject,
> {
  name: string;
  title: string;
  access: Access;
  toolset: Toolset;
  description: string;
  input: Input;
  output: Output;
  view?: View;
  /** Returns what `output` accepts before parsing; nulls and undefined are dropped from the answer. */
  run(context: ToolRun<Client, z.infer<Input>>): Promise<z.input<Output>>;
}

/** `defineTool<Client>()({...})`: two calls, so that the client is named and the schemas are inferred. */
export function defineTool<Client>() {
  return <Input extends z.ZodObject, Output extends z.ZodObject>(
    tool: Tool<Client, Input, Output>,
  ): Tool<Client, Input, Output> => tool;
}

export interface ToolAnnotations {
  title: string;
  readOnlyHint: boolean;
  destructiveHint: boolean;
  idempotentHint: boolean;
  openWorldHint: boolean;
}

/**
 * Whatever writes says destructive, as Claude's directory asks: most writes replace what was there, and people should be
 * asked before any. `access` still tells apart what can be put back.
 */
export function toAnnotations({ title, access }: { title: string; access: Access }): ToolAnnotations {
  return {
    title,
    readOnlyHint: access === "read",
    destructiveHint: access !== "read",
    idempotentHint: access === "read",
    openWorldHint: true,
  };
}
