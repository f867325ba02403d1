import { and, desc, eq, ne } from "drizzle-orm";
import { acrossOrganizations } from "../across-organizations.ts";
import { organizationRollups, organizations } from "../schema/index.ts";

const MOST = 200;

/** Outgoing webhooks that failed when their organization was rolled up last. */
export async function listFailingWebhooks(db: D1Database) {
  const { failingWebhooks, organizationId, rolledUpAt } = organizationRollups;
  const rows = await acrossOrganizations(db, "the operator's console")
    .select({
      organization: organizationId,
      organizationName: organizations.name,
      rolledUpAt,
      failingWebhooks,
    })
    .from(organizationRollups)
    .innerJoin(organizations, eq(organizations.id, organizationId))
    .where(and(ne(failingWebhooks, []), ne(organizations.state, "gone")))
    .orderBy(desc(rolledUpAt))
    .limit(MOST);
  return rows.flatMap(({ failingWebhooks: webhooks, ...row }) =>
    webhooks.map((webhook) => ({ ...row, ...webhook })),
  );
}
