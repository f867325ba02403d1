import { forOrganization, type Policy } from "#directory/directory.ts";
import type { Env } from "#env.ts";
import { type ErrorCode, toAppError } from "#errors.ts";
import type { OrgId } from "#ids.ts";
import { log } from "#lib/log.ts";
import type { By } from "#organization/audit/audit-entry.ts";
import { getOrganization } from "#organization/get-organization.ts";
import { throwReceipt } from "#organization/throw-receipt.ts";

export interface Context {
  env: Env;
  id: OrgId;
  by: By;
}

interface Change {
  /** As the audit names it, e.g. `members/remove`. */
  action: string;
  target?: string;
  details?: Record<string, unknown>;
  /** The policy as the change will leave it. Until the change is made, what holds is what both allow. */
  toPolicy?: (policy: Policy) => Policy;
}

/**
 * Makes a change in the Directory that an organization's log tells of. The object hears of it first, and whatever rights
 * go are gone then, so that a crash on the way leaves too little and never too much; and again afterwards, with how it ended.
 */
export async function changeOrganization<Value>(
  { env, id, by }: Context,
  { toPolicy, ...entry }: Change,
  run: () => Promise<Value>,
): Promise<Value> {
  const directory = forOrganization(env.DB, id);
  const organization = getOrganization(env, id);
  const told = { ...entry, change: crypto.randomUUID() };

  const before = toPolicy && (await directory.findPolicy());
  const policy = (before && toPolicy?.(before)) ?? undefined;
  throwReceipt(await organization.recordChange(by, { ...told, result: "started", policy }));

  /** Told or not, it has happened: what is not told now, the object reads for itself soon. */
  const tell = async (result: "ok" | ErrorCode, message?: string) => {
    try {
      const present = (await directory.findPolicy()) ?? undefined;
      throwReceipt(await organization.recordChange(by, { ...told, result, message, policy: present }));
    } catch (thrown) {
      log.error("change.end-not-told", thrown, { organization: id, action: entry.action });
    }
  };
  const value = await run().catch(async (thrown: unknown) => {
    const { code, message } = toAppError(thrown);
    await tell(code, message);
    throw thrown;
  });
  await tell("ok");
  return value;
}
