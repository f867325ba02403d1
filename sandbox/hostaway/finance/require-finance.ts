import type { HostawayContext } from "#sandbox/hostaway/context.ts";
import { HostawayFail } from "#sandbox/hostaway/envelope.ts";

/** Financial reporting is an extra that not every account has; how its absence answers is assumed. */
export function requireFinance(c: HostawayContext): void {
  if (!c.var.settings.financeEnabled) {
    throw new HostawayFail(403, "Financial reporting is not enabled for this account");
  }
}
