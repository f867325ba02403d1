import { hash } from "node:crypto";
import { toCanonicalJson } from "#lib/canonical-json.ts";
import type { PlannedStep } from "./stored.ts";

const LENGTH = 16;

/** Stands for what a plan was made from: the same as long as nobody changes the fields that it touches. */
export function toVersion(tool: string, steps: readonly PlannedStep[]): string {
  const found = steps.map(({ item, before }) => [item, before]);
  return hash("sha256", toCanonicalJson([tool, found]), "base64url").slice(0, LENGTH);
}
