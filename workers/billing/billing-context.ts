import type { Env } from "#env.ts";
import type { OrgId } from "#ids.ts";
import type { By } from "#organization/audit/audit-entry.ts";

/** Whose billing it is, who asks, and when, in milliseconds. */
export interface BillingContext {
  env: Env;
  id: OrgId;
  now: number;
  by: By;
}
