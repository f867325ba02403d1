import { z } from "zod";
import { Name } from "#lib/name.ts";
import { listToolsets } from "../tools/tool-table.ts";
import type { KeyRow } from "./key-table.ts";

/** What a regenerated key takes over from the one before it. */
export type KeyTerms = Pick<
  KeyRow,
  "name" | "environment" | "scopes" | "writes" | "toolsets" | "ipAllowList" | "memberId" | "expiresAt"
>;

export const KeyName = Name;

/** Milliseconds since the epoch. */
export const ExpiresAt = z.int().positive();

export const Toolsets = z
  .array(z.string().refine((name) => listToolsets().includes(name), "is no toolset"))
  .min(1)
  .transform((names) => [...new Set(names)]);

/** A user's id, as in the actor `user:<id>`. */
export const MemberId = z.string().trim().min(1).max(100);
