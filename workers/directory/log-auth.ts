import { log } from "#lib/log.ts";

/** better-auth logs whole queries with what is in them; of those only the first line, and of errors their cause. */
export function logAuth(_level: string, message: string, ...details: unknown[]): void {
  const thrown = details.find((detail) => detail instanceof Error);
  const [reason] = message.split("\n");
  if (thrown === undefined) log.warn("auth.refused", { reason });
  else log.error("auth.failed", thrown.cause ?? thrown, { reason });
}
