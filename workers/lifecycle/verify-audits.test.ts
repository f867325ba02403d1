import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { forOrganization } from "#directory/directory.ts";
import type { OrgId } from "#ids.ts";
import { alterDatabase, callRest, createOrganization, getValue } from "#tests/organization.ts";
import { verifyAudits } from "./verify-audits.ts";

/** Those of `ids` whose log is broken, found batch by batch among everybody's. */
async function findBroken(...ids: OrgId[]) {
  const broken = [];
  let after: OrgId | undefined;
  do {
    const found = await verifyAudits(env, { batch: 7, after });
    broken.push(...found.broken);
    after = found.next ?? undefined;
  } while (after !== undefined);
  return broken.filter(({ id }) => ids.includes(id));
}

test("a changed row, a deleted one and a cut tail are found, each in the log it is in", async () => {
  const all = [];
  for (let count = 0; count < 4; count += 1) {
    const organization = await createOrganization();
    await callRest(organization.apiKey, "get_properties");
    const rows = getValue(await organization.object.listAudit({})).rows;
    all.push({ organization, last: rows[0]?.seq ?? 0 });
  }
  const [whole, changed, deleted, cut] = all;
  if (!whole || !changed || !deleted || !cut) throw new Error("unreachable");
  const hash = "0".repeat(64);
  await forOrganization(env.DB, cut.organization.id).saveAuditHead({ seq: cut.last, hash, at: 0 });
  await alterDatabase(changed.organization, "update audit_log set actor = 'user:mallory' where seq = 2");
  await alterDatabase(deleted.organization, "delete from audit_log where seq = 2");
  await alterDatabase(cut.organization, "delete from audit_log where seq = ?", cut.last);

  const broken = await findBroken(...all.map(({ organization }) => organization.id));
  expect(broken).toHaveLength(3);
  expect(broken).toEqual(
    expect.arrayContaining([
      { id: changed.organization.id, verdict: expect.objectContaining({ brokenAt: 2 }) },
      { id: deleted.organization.id, verdict: expect.objectContaining({ brokenAt: 3 }) },
      {
        id: cut.organization.id,
        verdict: expect.objectContaining({ missingTail: { from: cut.last, to: cut.last } }),
      },
    ]),
  );
}, 30_000);
