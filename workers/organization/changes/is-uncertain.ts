import type { AppError, ErrorCode } from "#errors.ts";

/** After these nobody knows whether the change has arrived upstream. */
const uncertain: ReadonlySet<ErrorCode> = new Set(["upstream_timeout", "upstream_unavailable", "internal"]);

export function isUncertain({ code }: Pick<AppError, "code">): boolean {
  return uncertain.has(code);
}
