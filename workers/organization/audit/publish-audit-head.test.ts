import { runInDurableObject } from "cloudflare:test";
import { expect, test } from "vitest";
import type { OrgId } from "#ids.ts";
import { createClock } from "#lib/clock.ts";
import {
  alterDatabase,
  callRest,
  createOrganization,
  getValue,
  listAudit,
  type TestOrganization,
} from "#tests/organization.ts";
import { publishAuditHead } from "./publish-audit-head.ts";
import type { AuditHead } from "./verify-audit.ts";

const TEN_MINUTES = 600_000;

/** Publishes as the object would, into a list, at a time that the test sets. */
function createPublisher(organization: TestOrganization) {
  const saved: [OrgId, AuditHead][] = [];
  let now = 1_800_000_000_000;
  const state = {
    id: organization.id,
    publishedHead: null,
    ports: {
      clock: { ...createClock(), now: () => now },
      saveAuditHead: async (id: OrgId, head: AuditHead) => {
        saved.push([id, head]);
      },
    },
  };
  return {
    saved,
    pass: (ms: number) => {
      now += ms;
    },
    publish: () =>
      runInDurableObject(organization.object, (_, { storage }) => publishAuditHead(storage.sql, state)),
  };
}

test("the newest row's number, hash and time are handed out, and the log is verified against them", async () => {
  const organization = await createOrganization();
  const { publish, saved } = createPublisher(organization);
  const head = await publish();
  const [newest] = await listAudit(organization);
  expect(head).toEqual({ seq: newest?.seq, hash: newest?.hash, at: newest?.at });
  expect(saved).toEqual([[organization.id, head]]);
  await alterDatabase(organization, "delete from audit_log where seq = 2");
  expect(getValue(await organization.object.verifyAudit({ expectedHead: head ?? undefined }))).toMatchObject({
    missingTail: { from: 2, to: 2 },
  });
});

test("rows that came are published after ten minutes, and not before", async () => {
  const organization = await createOrganization();
  const { pass, publish, saved } = createPublisher(organization);
  await publish();
  await callRest(organization.apiKey, "get_properties");
  pass(TEN_MINUTES - 1);
  expect(await publish()).toBeNull();
  pass(1);
  expect(await publish()).toMatchObject({ seq: 3 });
  expect(saved).toHaveLength(2);
});

test("nothing is published while nothing happens", async () => {
  const { pass, publish, saved } = createPublisher(await createOrganization());
  await publish();
  pass(TEN_MINUTES * 10);
  expect(await publish()).toBeNull();
  expect(saved).toHaveLength(1);
});

test("a thousand rows are published at once", async () => {
  const organization = await createOrganization();
  const { publish, saved } = createPublisher(organization);
  await publish();
  await alterDatabase(
    organization,
    `insert into audit_log select 1002, at, actor, surface, action, target, connection, result, billable, duration_ms,
      ip, user_agent, details, hash, message from audit_log where seq = 2`,
  );
  expect(await publish()).toMatchObject({ seq: 1_002 });
  expect(saved).toHaveLength(2);
});
