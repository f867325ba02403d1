import { z } from "zod";

/** Every tool belongs to one of these. */
export const Toolset = z.enum(["core", "messaging", "pricing", "finance", "operations"]);
export type Toolset = z.infer<typeof Toolset>;

/** What is listed to a client that asks for nothing else. */
export const DEFAULT_TOOLSET: Toolset = "core";
