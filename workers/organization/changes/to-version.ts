import { hash } from "node:crypto";
import { toCanonicalJson } from "#lib/canonical-json.ts";
import type { PlannedChange } from "./stored.ts";

const LENGTH = 16;

/**
 * Stands for what a plan was made from: the same as long as nobody changes the fields that it touches. What is made anew has
 * none, so there it is what would be made, and for how much.
 */
export function toVersion(tool: string, { money = [], steps }: PlannedChange): string {
  const found = steps.map(({ item, before, after }) =>
    before === null ? [item, after, money] : [item, before],
  );
  return hash("sha256", toCanonicalJson([tool, found]), "base64url").slice(0, LENGTH);
}
