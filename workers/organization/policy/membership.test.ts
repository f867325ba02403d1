import { expect, test } from "vitest";
import { Membership } from "./membership.ts";
import type { MemberPolicy, Policy } from "./policy.ts";

const member: MemberPolicy = { scopes: ["read", "write"], connectors: null, administers: false };
const auditor: MemberPolicy = { ...member, scopes: [] };

const toPolicy = (change: Partial<Policy> = {}): Policy => ({
  version: 1,
  closed: false,
  suspended: false,
  ipAllowList: null,
  members: { ann: member, ben: member },
  ...change,
});

const without = (id: string) =>
  Object.fromEntries(Object.entries(toPolicy().members).filter(([name]) => name !== id));

const namesIn = ({ present }: Membership) => [...present.members.keys()];

test("what a change takes away stays away while it is under way, whoever pushes what meanwhile", () => {
  const membership = new Membership(toPolicy());
  membership.restrict("removal", toPolicy({ members: without("ann") }), 0);
  expect(namesIn(membership)).toEqual(["ben"]);
  membership.take(toPolicy(), 1);
  membership.take(toPolicy({ version: 2 }), 2);
  expect(namesIn(membership)).toEqual(["ben"]);
  membership.restrict("another", toPolicy({ members: without("ben") }), 3);
  expect(namesIn(membership)).toEqual([]);
  membership.take(toPolicy({ version: 3, members: without("ann") }), 4);
  membership.release("removal");
  membership.release("another");
  expect(namesIn(membership)).toEqual(["ben"]);
});

test("a change under way gives nobody anything, whatever it will leave", () => {
  const membership = new Membership(
    toPolicy({ closed: true, ipAllowList: ["10.0.0.0/8"], members: { ann: auditor } }),
  );
  membership.restrict("widening", toPolicy({ ipAllowList: ["0.0.0.0/0"] }), 0);
  const { closed, ipAllowLists, members } = membership.present;
  expect(closed).toBe(true);
  expect(ipAllowLists).toEqual([["10.0.0.0/8"], ["0.0.0.0/0"]]);
  expect([...members]).toEqual([["ann", auditor]]);
});

test("a suspension under way holds until it is told how it ended, and then as the Directory says", () => {
  const membership = new Membership(toPolicy());
  membership.restrict("suspension", toPolicy({ suspended: true }), 0);
  membership.take(toPolicy(), 1);
  expect(membership.present.suspended).toBe(true);
  membership.release("suspension");
  expect(membership.present.suspended).toBe(false);
  membership.take(toPolicy({ version: 2, suspended: true }), 2);
  membership.take(toPolicy({ version: 1 }), 3);
  expect(membership.present.suspended).toBe(true);
});

test("connectors are those that both allow", () => {
  const membership = new Membership(
    toPolicy({ members: { ann: { ...member, connectors: ["hostaway", "xano"] } } }),
  );
  const narrower = { ...member, connectors: ["xano", "airtable"], administers: true };
  membership.restrict("narrowing", toPolicy({ members: { ann: narrower } }), 0);
  expect(membership.present.members.get("ann")).toEqual({ ...member, connectors: ["xano"] });
});

test("a change whose end is never told holds for ten minutes", () => {
  const membership = new Membership(toPolicy());
  membership.restrict("lost", toPolicy({ members: without("ann") }), 0);
  membership.take(toPolicy(), 599_999);
  expect(namesIn(membership)).toEqual(["ben"]);
  membership.take(toPolicy(), 600_000);
  expect(namesIn(membership)).toEqual(["ann", "ben"]);
});

test("an older version changes nothing", () => {
  const membership = new Membership(toPolicy({ version: 5, members: without("ann") }));
  membership.take(toPolicy({ version: 4 }), 0);
  expect(namesIn(membership)).toEqual(["ben"]);
});
