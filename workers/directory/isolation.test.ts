import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { newId } from "#ids.ts";
import { database } from "#tests/database.ts";
import { checkStatement, NEW, toShape } from "#tests/isolation/check-statement.ts";
import { ownedTables } from "#tests/isolation/owned-tables.ts";
import { takeViolations } from "#tests/isolation/watch-statements.ts";
import { acrossOrganizations } from "./across-organizations.ts";
import { forOrganization } from "./directory.ts";
import { members } from "./schema/index.ts";

const [mine, other] = [newId("org"), newId("org")];
const NOTHING = new Set<string>();

const check = (sql: string, ...values: unknown[]) => checkStatement({ sql, values }, NOTHING);
const checkOwn = (sql: string, ...values: unknown[]) => check(`/* for one organization */ ${sql}`, ...values);

const LEAK = "is for one organization and reaches rows of others";

test("every table with an organization's rows is known", () => {
  expect([...ownedTables].sort()).toEqual([
    ["audit_heads", "organization_id"],
    ["billing_accounts", "organization_id"],
    ["billing_changes", "organization_id"],
    ["billing_drifts", "organization_id"],
    ["data_keys", "organization_id"],
    ["invitations", "organization_id"],
    ["invoices", "organization_id"],
    ["listing_counts", "organization_id"],
    ["members", "organization_id"],
    ["organization_rollups", "organization_id"],
    ["organizations", "id"],
    ["quantity_changes", "organization_id"],
    ["usage_rollups", "organization_id"],
  ]);
});

test.for([
  "select role from members where organization_id = ?1 and user_id = 'a'",
  'select "role" from "members" where ("members"."organization_id" = ?1 and ("members"."role" = 1 or 2))',
  "select m.role, o.name from members m inner join organizations as o on o.id = m.organization_id where ?1 = m.organization_id",
  "select u.name from invitations i inner join organizations o on o.id = i.organization_id left outer join users u on u.id = i.inviter_id where i.organization_id = ?1",
  "select 1 from organizations where id = ?1 union all select 1 from members where organization_id = ?1",
  "update members set role = 'owner' where organization_id = ?1 and exists (select 1 from members as others where others.organization_id = members.organization_id and others.role = 'owner')",
  "delete from invitations where organization_id = ?1 and id in (select id from users)",
  "insert into members (id, organization_id, role) values ('a', ?1, 'owner'), ('b', ?1, 'admin')",
  "insert into data_keys (organization_id, wrapped) select id, 'x' from organizations where id = ?1",
  "insert into audit_heads (organization_id, seq) values (?1, 1) on conflict (organization_id) do update set seq = 2",
  "delete from emails where key >= ?1 || '/' and key < ?1 || '0'",
])("a statement that is tied to its organization passes: %s", (sql) => {
  expect(checkOwn(sql, mine)).toBeNull();
});

test.for([
  // No predicate, or one that does not hold of every row.
  "select role from members where user_id = ?1",
  "select role from members where user_id <> ?1 limit 1",
  "select role from members where organization_id = ?1 or role = 'owner'",
  "select role from members where not organization_id = ?1",
  "select role from members where organization_id <> ?1",
  "select role from members where case when 1 and organization_id = ?1 and 1 then 1 else 1 end",
  "select role from members where id between 0 and organization_id = ?1",
  "select role from members having organization_id = ?1",
  "select organization_id = ?1 from members",
  "update invitations set status = 'accepted' where id = ?1",
  "delete from members where (organization_id = ?1 or 1)",
  // Another table of the same statement.
  "select o.name from members m inner join organizations o on o.name = m.id where m.organization_id = ?1",
  "select o.name from members m, organizations o where m.organization_id = ?1",
  "select m.id from organizations o left join members m on o.id = ?1 where o.id = ?1",
  "select m.id from users full outer join members m on m.organization_id = ?1",
  "select m.id from users right join members m on m.organization_id = ?1",
  "select m.id from members m inner join invitations organizations on m.id = organizations.id where m.organization_id = ?1",
  "select 1 from organizations where id = ?1 union select 1 from members",
  // Inside of another statement.
  "select 1 from organizations where id = ?1 and exists (select 1 from members where role = 'owner')",
  "select (select count(*) from members) from organizations where id = ?1",
  "select m.id from members m where m.organization_id = ?1 and exists (select 1 from members m where m.role = 'owner')",
  "select * from (select * from members) as members where members.organization_id = ?1",
  "with all_members as (select * from members) select * from all_members where organization_id = ?1",
  "update users set name = ?1 where id in (select user_id from members)",
  // What is written.
  "insert into members (id, organization_id) values (?1, 'org')",
  "insert into members (id, organization_id) values ('a', ?1), ('b', 'org')",
  "insert into members values (?1, ?1)",
  "insert into members (id, organization_id) select 'a', id from organizations where slug = ?1",
  "insert into members (id, organization_id) select 'a', ?1 union select 'b', 'org'",
  "insert into users (id) select user_id from members where role = ?1",
  "insert into organizations (id, slug) values (?1, 'a') on conflict (slug) do update set name = 'b'",
  "insert or replace into organizations (id, slug) values (?1, 'a')",
  "update or replace organizations set slug = 'a' where id = ?1",
  "update members set organization_id = 'org' where organization_id = ?1",
  "drop table members",
])("a statement that may reach another organization's rows is found: %s", (sql) => {
  expect(checkOwn(sql, mine)).toBe(LEAK);
});

test("a statement for one organization that is bound to another, to two or to none is found", () => {
  const update = "update invitations set status = ? where organization_id = ?";
  expect(checkOwn(update, "accepted", mine)).toBeNull();
  expect(checkOwn(update, mine, "inv_1")).toBe(LEAK);
  expect(checkOwn(update, mine, other)).toBe("is for one organization and bound to 2");
  expect(checkOwn(update, "accepted", "inv_1")).toBe("is for one organization and bound to 0");
  expect(checkOwn("delete from emails")).toBe("is for one organization and bound to 0");
});

test("a statement past both accessors is found, whoever issues it", () => {
  const found = "touches an organization's rows past both accessors";
  expect(check("select role from members where organization_id = ?", mine)).toBe(found);
  expect(check('/* better-auth */ select * from "members"')).toBe(found);
  expect(check("/* something else */ delete from main.organizations")).toBe(found);
  expect(check("select 'members' as organizations_of, members.x from users members")).toBe(found);
});

test("a statement across organizations is found when its reason is unknown or it writes", () => {
  expect(
    check("/* across organizations: organizations that are due */ select id from organizations"),
  ).toBeNull();
  expect(check("/* across organizations: curiosity */ select id from organizations")).toBe(
    "goes across organizations for a reason that is not known",
  );
  expect(check("/* across organizations: organizations that are due */ delete from organizations")).toBe(
    "goes across organizations and does more than read",
  );
});

test("a statement that is not on the frozen list is found, and a second one behind it", () => {
  const sql = '/* better-auth */ select  "id" from "users"\n where "id" in (?, ?)';
  expect(toShape({ sql })).toBe('better-auth: select "id" from "users" where "id" in (?)');
  expect(checkStatement({ sql, values: [] }, new Set([toShape({ sql })]))).toBeNull();
  expect(check(sql)).toBe(NEW);
  expect(checkStatement({ sql, values: [] }, new Set([toShape({ sql: 'select "id" from "users"' })]))).toBe(
    NEW,
  );
  expect(check("select 1; select 2")).toBe("is more than one statement");
});

test("whatever is issued to D1 is seen: alone, in a batch, in a session and in a script", async () => {
  const sql = "select role from members";
  const runs = [
    () => env.DB.prepare(sql).all(),
    () => env.DB.prepare(sql).first(),
    () => env.DB.prepare(sql).raw(),
    () => env.DB.prepare(sql).run(),
    () => env.DB.batch([database.prepare("select 1"), env.DB.prepare(sql)]),
    () => env.DB.withSession().prepare(sql).all(),
    () => env.DB.withSession().batch([env.DB.prepare(sql)]),
    () => env.DB.exec(sql),
  ];
  for (const run of runs) {
    expect(takeViolations()).toEqual([]);
    await run();
    expect(takeViolations().some((violation) => violation.startsWith(`ours: ${sql}\n`))).toBe(true);
  }
  await database.prepare(sql).all();
  await acrossOrganizations(env.DB, "organizations that are due").select().from(members);
  expect(takeViolations()).toEqual([]);
});

test("a statement for one organization that is not given its id is refused before it runs", async () => {
  const { database: own, orm } = forOrganization(env.DB, mine);
  const refusal = "was not given that organization's id";
  expect(() => own.prepare("select * from members").all()).toThrow(refusal);
  expect(() => own.prepare("delete from members where organization_id = ?").bind(other)).toThrow(refusal);
  await expect(orm.select().from(members)).rejects.toThrow();
  await expect(orm.batch([orm.delete(members)])).rejects.toThrow(refusal);
  expect(takeViolations()).toEqual([]);
});
