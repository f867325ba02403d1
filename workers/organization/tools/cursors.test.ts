import { expect, test } from "vitest";
import { z } from "zod";
import { type ConnectionId, fromLocator } from "#ids.ts";
import { parseKeyRing } from "#lib/key-ring.ts";
import { codeOf } from "#tests/refusal.ts";
import { createCursors } from "./cursors.ts";

const newer = "0123456789abcdef".repeat(4);
const older = "fedcba9876543210".repeat(4);
const ring = parseKeyRing(`2:${newer},1:${older}`);
const NOW = Date.UTC(2027, 2, 10);
const DAY = 24 * 60 * 60 * 1_000;
const State = z.object({ start: z.number() });

const scope = {
  organization: fromLocator(Buffer.alloc(8, 1)),
  connection: "con_0000000000000001" as ConnectionId | null,
  tool: "get_bookings",
  filters: { city: "Miami" },
};
const cursor = createCursors(scope, ring, NOW).write({ start: 3 });

const read = (text: string, change: Partial<typeof scope> = {}, now = NOW, keyRing = ring) =>
  createCursors({ ...scope, ...change }, keyRing, now).read(text, State);

test("a cursor gives back what was written, for a day", () => {
  expect(read(cursor)).toEqual({ start: 3 });
  expect(read(cursor, {}, NOW + DAY)).toEqual({ start: 3 });
});

test("a cursor of yesterday is refused", async () => {
  expect(await codeOf(() => read(cursor, {}, NOW + DAY + 1))).toBe("invalid_cursor");
});

test("a cursor continues only the call it came from", async () => {
  expect(await codeOf(() => read(cursor, { organization: "org_0000000000000002" }))).toBe("invalid_cursor");
  expect(await codeOf(() => read(cursor, { connection: "con_0000000000000002" }))).toBe("invalid_cursor");
  expect(await codeOf(() => read(cursor, { tool: "get_properties" }))).toBe("invalid_cursor");
  expect(await codeOf(() => read(cursor, { filters: { city: "Austin" } }))).toBe("invalid_cursor");
});

test("a cursor with any character changed is refused", async () => {
  for (let index = 0; index < cursor.length; index += 1) {
    const other = cursor[index] === "A" ? "Q" : "A";
    const changed = `${cursor.slice(0, index)}${other}${cursor.slice(index + 1)}`;
    expect(await codeOf(() => read(changed)), `character ${index}`).toBe("invalid_cursor");
  }
});

const malformed = ["", ".", "..", "2..", "x.y.z", "2.e30", "99.e30.e30", "-1.e30.e30", "null", "🙂.🙂.🙂"];

test.each(malformed)("%j is no cursor", async (text) => {
  expect(await codeOf(() => read(text))).toBe("invalid_cursor");
});

test("a cursor outlives a rotation of the ring, until its secret is gone", async () => {
  const before = createCursors(scope, parseKeyRing(`1:${older}`), NOW).write({ start: 3 });
  expect(read(before)).toEqual({ start: 3 });
  expect(await codeOf(() => read(before, {}, NOW, parseKeyRing(`2:${newer}`)))).toBe("invalid_cursor");
  expect(await codeOf(() => read(cursor.replace(/^2/, "1")))).toBe("invalid_cursor");
});
