import { AppError } from "#errors.ts";

export function toBusy(now: number, waitMs: number): AppError {
  const seconds = Math.max(1, Math.ceil(waitMs / 1_000));
  return new AppError("upstream_busy", `The connected account's request budget is spent for ${seconds} s.`, {
    retryAfterSeconds: seconds,
    resetsAt: now + seconds * 1_000,
  });
}
