import { expect, test } from "vitest";
import {
  callRest,
  createKey,
  createOrganization,
  getReceipt,
  getValue,
  listAudit,
  readTable,
  type TestOrganization,
} from "#tests/organization.ts";
import { advanceClock } from "#tests/sandbox.ts";

const listPage = async ({ object }: TestOrganization, input: object) =>
  getValue(await object.listAudit(input));

const codeOf = async ({ object }: TestOrganization, input: object) =>
  getReceipt(await object.listAudit(input)).code;

/** Seven rows: connecting, two keys made, two calls that pass and two that are refused. */
async function createHistory() {
  const organization = await createOrganization();
  const other = await createKey(organization);
  await callRest(organization.apiKey, "get_properties", { city: "Austin" });
  await callRest(other.secret, "get_bookings");
  await callRest(other.secret, "no_such_tool");
  await callRest(other.secret, "get_booking_details", { booking_id: 1 });
  return { organization, other };
}

test("each filter finds its rows and no others", async () => {
  const { organization, other } = await createHistory();
  const [connection] = await readTable(organization, "connections");
  const seqs = async (filter: object) => (await listPage(organization, filter)).rows.map(({ seq }) => seq);
  expect(await seqs({})).toEqual([7, 6, 5, 4, 3, 2, 1]);
  expect(await seqs({ actor: other.id })).toEqual([7, 6, 5]);
  expect(await seqs({ actor: "user:nobody" })).toEqual([]);
  expect(await seqs({ action: "keys/" })).toEqual([3, 2]);
  expect(await seqs({ action: "tools/call" })).toEqual([7, 6, 5, 4]);
  expect(await seqs({ action: "ools/" })).toEqual([]);
  expect(await seqs({ action: "%" })).toEqual([]);
  expect(await seqs({ target: "get_bookings" })).toEqual([5]);
  expect(await seqs({ result: "ok" })).toEqual([5, 4, 3, 2, 1]);
  expect(await seqs({ result: "refused" })).toEqual([7, 6]);
  expect(await seqs({ result: "unknown_tool" })).toEqual([6]);
  expect(await seqs({ connection: connection?.id, action: "tools/" })).toEqual([7, 5, 4]);
  expect(await seqs({ actor: other.id, result: "refused", target: "no_such_tool" })).toEqual([6]);
});

test("a time range takes its first moment and leaves out its last", async () => {
  const organization = await createOrganization();
  await advanceClock("1h");
  await callRest(organization.apiKey, "get_properties");
  const [row] = await listAudit(organization);
  const at = row?.at ?? 0;
  const count = async (from: number, to: number) =>
    (await listPage(organization, { from, to })).rows.filter(({ seq }) => seq === row?.seq).length;
  expect(await count(at, at + 1)).toBe(1);
  expect(await count(at - 10, at)).toBe(0);
  expect(await count(at + 1, at + 10)).toBe(0);
  expect((await listPage(organization, { to: at - 1_000 })).rows.map(({ seq }) => seq)).toEqual([2, 1]);
});

test("the log is read page by page, newest first, and says truly whether there is more", async () => {
  const { organization } = await createHistory();
  const first = await listPage(organization, { limit: 4 });
  await callRest(organization.apiKey, "get_conversations");
  const second = await listPage(organization, { limit: 2, cursor: first.nextCursor });
  const third = await listPage(organization, { limit: 1, cursor: second.nextCursor });
  const seqs = [first, second, third].map(({ rows }) => rows.map(({ seq }) => seq));
  expect(seqs).toEqual([[7, 6, 5, 4], [3, 2], [1]]);
  expect([first, second, third].map(({ hasMore }) => hasMore)).toEqual([true, true, false]);
  expect(third.nextCursor).toBeNull();
});

test("a page that ends with the last row that the filter finds has nothing after it", async () => {
  const { organization } = await createHistory();
  expect(await listPage(organization, { action: "keys/", limit: 2 })).toMatchObject({ hasMore: false });
  expect(await listPage(organization, { action: "keys/", limit: 1 })).toMatchObject({ hasMore: true });
});

test("a cursor is refused when it was altered, with other filters and by another organization", async () => {
  const [{ organization }, { organization: other }] = [await createHistory(), await createHistory()];
  const { nextCursor: cursor } = await listPage(organization, { limit: 2 });
  expect(await codeOf(organization, { cursor: cursor?.replace(".", ".x"), limit: 2 })).toBe("invalid_cursor");
  expect(await codeOf(organization, { cursor, result: "ok" })).toBe("invalid_cursor");
  expect(await codeOf(other, { cursor })).toBe("invalid_cursor");
});

const wrong: [string, object][] = [
  ["a limit of nothing", { limit: 0 }],
  ["a limit beyond a thousand", { limit: 1_001 }],
  ["a result that does not exist", { result: "fine" }],
  ["a connection that is none", { connection: "1 or 1=1" }],
  ["a time that is a text", { from: "yesterday" }],
  ["an actor without end", { actor: "x".repeat(10_000) }],
];

test.each(wrong)("%s is refused", async (_, input) => {
  expect(await codeOf(await createOrganization(), input)).toBe("invalid_request");
});

test("a filter is compared, not calculated", async () => {
  const { organization } = await createHistory();
  const { rows } = await listPage(organization, { actor: "x' or '1'='1" });
  expect(rows).toEqual([]);
});

test("the auditor's view has every row and no payload", async () => {
  const { organization } = await createHistory();
  const [open, closed] = [await listPage(organization, {}), await listPage(organization, { details: false })];
  expect(JSON.stringify(open)).toContain("Austin");
  expect(JSON.stringify(closed)).not.toContain("Austin");
  expect(closed.rows.map(({ seq }) => seq)).toEqual(open.rows.map(({ seq }) => seq));
  for (const row of closed.rows) expect(row).not.toHaveProperty("details");
});

test("a refused call's row says what the caller was told, and one that passed says nothing", async () => {
  const { organization, other } = await createHistory();
  const { error } = await callRest(other.secret, "get_booking_details", { booking_id: 2 });
  const [refused] = await listAudit(organization);
  expect(refused).toMatchObject({ result: "not_found", message: error?.message });
  const passed = (await listAudit(organization)).filter(({ result }) => result === "ok");
  expect(passed.map(({ message }) => message)).toEqual([null, null, null, null, null]);
});

test("two organizations see their own rows only", async () => {
  const [one, other] = [await createOrganization(), await createOrganization()];
  await callRest(one.apiKey, "get_properties", { city: "Unmistakable" });
  expect(JSON.stringify(await listAudit(one))).toContain("Unmistakable");
  expect(JSON.stringify(await listAudit(other))).not.toContain("Unmistakable");
});
