import { and, asc, eq, gt, ne } from "drizzle-orm";
import type { OrgId } from "#ids.ts";
import type { KeyRing } from "#lib/key-ring.ts";
import { log } from "#lib/log.ts";
import { acrossOrganizations } from "./across-organizations.ts";
import { rewrapDataKey, type WrappedDataKey } from "./data-key.ts";
import { forOrganization } from "./directory.ts";
import { dataKeys } from "./schema/index.ts";

interface Batch {
  /** How many data keys to look at. */
  batch: number;
  /** Where the batch before this one ended. */
  after?: OrgId;
}

export interface RotatedDataKeys {
  rewrapped: number;
  /** Organizations whose data key no secret of the ring opens. */
  failed: OrgId[];
  /** What to go on after; null when the last data key was looked at. */
  next: OrgId | null;
}

/**
 * Wraps data keys that an older secret of the ring wrapped under the current one. The data keys themselves stay, and with
 * them everything that they encrypted, so that calls go on meanwhile. Safe to stop, to repeat and to run twice at once.
 */
export async function rotateDataKeys(
  db: D1Database,
  keyRing: KeyRing,
  { batch, after }: Batch,
): Promise<RotatedDataKeys> {
  const rows = await acrossOrganizations(db, "data keys to wrap anew")
    .select()
    .from(dataKeys)
    .where(
      and(
        ne(dataKeys.ringId, keyRing.current),
        after === undefined ? undefined : gt(dataKeys.organizationId, after),
      ),
    )
    .orderBy(asc(dataKeys.organizationId))
    .limit(batch);

  const failed: OrgId[] = [];
  let rewrapped = 0;
  for (const { organizationId: id, ...old } of rows) {
    const renewed = tryToRewrap(id, old, keyRing);
    if (renewed === null) failed.push(id);
    // A data key that was destroyed or wrapped anew since it was read stays as it is.
    else rewrapped += await replace(db, id, old, renewed);
  }
  const next = rows.length < batch ? null : (rows.at(-1)?.organizationId ?? null);
  return { rewrapped, failed, next };
}

function tryToRewrap(id: OrgId, old: WrappedDataKey, keyRing: KeyRing): WrappedDataKey | null {
  try {
    return rewrapDataKey(id, old, keyRing);
  } catch (thrown) {
    log.error("data-key.rewrap-failed", thrown, { organization: id });
    return null;
  }
}

async function replace(db: D1Database, id: OrgId, old: WrappedDataKey, renewed: WrappedDataKey) {
  const { orm } = forOrganization(db, id);
  const { meta } = await orm
    .update(dataKeys)
    .set(renewed)
    .where(
      and(
        eq(dataKeys.organizationId, id),
        eq(dataKeys.ringId, old.ringId),
        eq(dataKeys.wrapped, old.wrapped),
      ),
    );
  return meta.changes;
}
