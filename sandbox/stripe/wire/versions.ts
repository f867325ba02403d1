import { invalidRequest } from "../core/errors.ts";
import { apiVersions, currentVersion } from "../events/api-versions.ts";

/** The first release of each line. Before these a version was a date alone. */
const lines = {
  acacia: "2024-09-30",
  basil: "2025-03-31",
  clover: "2025-09-30",
  dahlia: "2026-03-25",
  endive: "2026-09-30",
} as const;
export type Line = keyof typeof lines;

/** The version that a request asks for: the account's own, which is the current one, unless it names another. */
export function requireVersion(given = currentVersion): string {
  if (!apiVersions.includes(given)) throw invalidRequest(`Invalid Stripe API version: ${given}`);
  return given;
}

/** Whether that line of releases came after `version`. */
export const isBefore = (version: string, line: Line) => version.slice(0, 10) < lines[line];
