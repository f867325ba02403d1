import { z } from "zod";
import type { Access } from "#connectors/define-tool.ts";

export const Scope = z.enum(["read", "write"]);
export type Scope = z.infer<typeof Scope>;

export function toScope(access: Access): Scope {
  return access === "read" ? "read" : "write";
}
