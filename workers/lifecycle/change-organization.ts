import { forOrganization, type Policy } from "#directory/directory.ts";
import type { Env } from "#env.ts";
import { type ErrorCode, toAppError } from "#errors.ts";
import type { OrgId } from "#ids.ts";
import type { By } from "#organization/audit/audit-entry.ts";
import { getOrganization } from "#organization/get-organization.ts";
import { throwReceipt } from "#organization/throw-receipt.ts";

interface Change {
  /** As the audit names it, e.g. `members/remove`. */
  action: string;
  target?: string;
  details?: Record<string, unknown>;
  /** What the change takes away, of the policy as it is. */
  narrow?: (policy: Policy) => Policy;
}

/**
 * Makes a change in the Directory that an organization's log tells of. The object hears of it first, with whatever rights
 * go, so that a crash on the way leaves too little and never too much; and again afterwards, with how it ended.
 */
export async function changeOrganization<Value>(
  { env, id, by }: { env: Env; id: OrgId; by: By },
  { narrow, ...entry }: Change,
  run: () => Promise<Value>,
): Promise<Value> {
  const directory = forOrganization(env.DB, id);
  const organization = getOrganization(env, id);
  const tell = async (result: "started" | "ok" | ErrorCode, policy: Policy | null, message?: string) =>
    throwReceipt(
      await organization.recordChange(by, { ...entry, result, message, policy: policy ?? undefined }),
    );

  const before = await directory.findPolicy();
  await tell("started", before && (narrow?.(before) ?? before));
  try {
    const value = await run();
    await tell("ok", await directory.findPolicy());
    return value;
  } catch (thrown) {
    const { code, message } = toAppError(thrown);
    await tell(code, await directory.findPolicy(), message);
    throw thrown;
  }
}
