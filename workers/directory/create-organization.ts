import type { OrgId } from "#ids.ts";
import type { KeyRing } from "#lib/key-ring.ts";
import { createDataKey } from "./data-key.ts";
import { forOrganization } from "./directory.ts";

interface NewOrganization {
  id: OrgId;
  name: string;
  slug: string;
  /** Without one it is a demo's. */
  ownerId?: string;
  /** It is made only while its owner still waits for an organization of this name. */
  asAskedFor?: boolean;
}

/**
 * Its row, its data key and its owner: all of them or none. False if the slug is another's, or if nobody waits for it
 * any more.
 */
export async function createOrganization(
  { db, keyRing, now }: { db: D1Database; keyRing: KeyRing; now: number },
  { id, name, slug, ownerId, asAskedFor = false }: NewOrganization,
): Promise<boolean> {
  const createdAt = Math.floor(now);
  const { ringId, wrapped } = createDataKey(id, keyRing);
  const waiting = asAskedFor ? (ownerId ?? null) : null;
  const { database } = forOrganization(db, id);
  const [made] = await database.batch([
    database.prepare(ORGANIZATION).bind(id, name, slug, createdAt, waiting),
    database.prepare(DATA_KEY).bind(id, ringId, wrapped),
    database.prepare(OWNER).bind(id, crypto.randomUUID(), ownerId ?? null, createdAt),
    database.prepare(NO_LONGER_WAITING).bind(id, waiting),
  ]);
  return made?.meta.changes === 1;
}

// The other statements look for the row of the first: where it was not made, they change nothing.
const ORGANIZATION = `
  insert into organizations (id, name, slug, state, created_at)
  select ?1, ?2, ?3, 'provisioning', ?4
  where ?5 is null or exists (select 1 from users where id = ?5 and organization_name = ?2)
  on conflict (slug) do nothing`;

const DATA_KEY = `
  insert into data_keys (organization_id, ring_id, wrapped)
  select id, ?2, ?3 from organizations where id = ?1`;

const OWNER = `
  insert into members (id, organization_id, user_id, role, created_at)
  select ?2, id, ?3, 'owner', ?4 from organizations where id = ?1 and ?3 is not null`;

const NO_LONGER_WAITING = `
  update users set organization_name = null
  where id = ?2 and exists (select 1 from organizations where id = ?1)`;
