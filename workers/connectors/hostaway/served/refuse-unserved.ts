import { AppError } from "#errors.ts";

/** Says nothing of how many others there are. */
export function refuseUnserved(most: number): AppError {
  const why = `This plan serves the ${most} oldest active properties of the account, and this is not about one of them.`;
  return new AppError("plan_limit_reached", why, { limit: most });
}
