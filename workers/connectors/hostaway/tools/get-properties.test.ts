import { expect, test } from "vitest";
import { fakeUpstream, listing, pagedList, runTool } from "../fake-upstream.ts";
import { getProperties } from "./get-properties.ts";

const account = (rows: unknown[], extra: object = {}) =>
  fakeUpstream({ "/listings": pagedList(rows, extra) });

test("gives the shape that the quickstart shows", async () => {
  const answer = await runTool(getProperties, account([listing(101, { name: "Beach House A" })]), {
    city: "miami",
  });
  expect(answer).toEqual({
    properties: [
      {
        id: 101,
        name: "Beach House A",
        city: "Miami",
        country: "United States",
        bedrooms: 3,
        bathrooms: 2,
        max_guests: 6,
        price_per_night: 250,
        currency: "USD",
        status: "active",
      },
    ],
    total: 1,
  });
});

test("leaves archived properties out of the rows and the total unless asked for", async () => {
  const upstream = account([listing(1), listing(2, { specialStatus: "archived" })]);
  expect((await runTool(getProperties, upstream, {})).total).toBe(1);
  const all = await runTool(getProperties, upstream, { include_archived: true });
  expect(all.properties.map(({ status }) => status)).toEqual(["active", "archived"]);
});

test("walks every page and pages through the matches without repeating or losing one", async () => {
  const rows = Array.from({ length: 230 }, (_, index) =>
    listing(index + 1, { specialStatus: index % 10 === 0 ? "archived" : null }),
  );
  const upstream = account(rows);
  const seen: number[] = [];
  let cursor: string | undefined;
  do {
    const page = await runTool(getProperties, upstream, { limit: 50, cursor });
    expect(page.total).toBe(207);
    seen.push(...page.properties.map(({ id }) => id));
    cursor = page.next_cursor;
  } while (cursor);
  expect(seen).toHaveLength(207);
  expect(new Set(seen).size).toBe(207);
});

test("a property that comes between two pages hides none of the others", async () => {
  const rows = [listing(1, { name: "A" }), listing(2, { name: "C" }), listing(3, { name: "D" })];
  const first = await runTool(getProperties, account(rows), { limit: 1 });
  const later = account([listing(9, { name: "0" }), ...rows.slice(1)]);
  const second = await runTool(getProperties, later, { limit: 5, cursor: first.next_cursor });
  expect(second.properties.map(({ name }) => name)).toEqual(["C", "D"]);
});

test.each([
  ["too small", 3],
  ["too large", 9_000],
  ["missing", undefined],
  ["a string", "150"],
])("counts for itself when the upstream count is %s", async (_, count) => {
  const rows = Array.from({ length: 150 }, (_, index) => listing(index + 1));
  const lean = { count, offset: null, page: undefined, totalPages: undefined };
  expect((await runTool(getProperties, account(rows, lean), {})).total).toBe(150);
});

test("says so when an account is larger than one call reads, and goes on with the cursor", async () => {
  const rows = Array.from({ length: 2_050 }, (_, index) =>
    listing(index + 1, { city: index < 2_000 ? "Rome" : "Oslo" }),
  );
  const upstream = account(rows);
  const first = await runTool(getProperties, upstream, { city: "oslo" });
  expect(first).toMatchObject({ properties: [], note: expect.stringContaining("Not all") });
  expect(first.total).toBeUndefined();
  const second = await runTool(getProperties, upstream, {
    city: "oslo",
    limit: 50,
    cursor: first.next_cursor,
  });
  expect(second.properties).toHaveLength(50);
  expect(second.next_cursor).toBeUndefined();
});

test("asks upstream for the nights of a stay, without the day of departure", async () => {
  const upstream = account([
    listing(1, { personCapacity: "2" }),
    listing(2, { personCapacity: "6" }),
    listing(3, { personCapacity: null }),
  ]);
  const answer = await runTool(getProperties, upstream, {
    available_from: "2026-12-30",
    available_to: "2027-01-02",
    guests: 4,
  });
  expect(upstream.calls[0]).toMatchObject({
    query: {
      availabilityDateStart: "2026-12-30",
      availabilityDateEnd: "2027-01-01",
      availabilityGuestNumber: 4,
    },
    request: { cacheSeconds: 60 },
  });
  expect(answer.properties.map(({ id }) => id)).toEqual([2]);
});

test("takes a country by name or code and ignores accents", async () => {
  const upstream = account([
    listing(1, { city: "Zürich", country: "Switzerland", countryCode: "CH" }),
    listing(2, { city: null, country: null, countryCode: "CH", name: null, price: null }),
  ]);
  expect((await runTool(getProperties, upstream, { city: "zurich", country: "ch" })).total).toBe(1);
  const byCode = await runTool(getProperties, upstream, { country: "CH" });
  expect(byCode.properties[0]).toEqual({
    id: 2,
    country: "CH",
    bedrooms: 3,
    bathrooms: 2,
    max_guests: 6,
    currency: "USD",
    status: "active",
  });
});

test("refuses half a stay, a reversed one and one in the past", async () => {
  const upstream = account([]);
  const run = (args: object) => runTool(getProperties, upstream, args);
  await expect(run({ available_from: "2026-12-01" })).rejects.toMatchObject({ code: "invalid_request" });
  await expect(run({ available_from: "2026-12-05", available_to: "2026-12-01" })).rejects.toThrow(
    /available_from.*available_to/,
  );
  await expect(run({ available_from: "2026-11-01", available_to: "2026-12-01" })).rejects.toThrow(/past/);
  await expect(run({ limit: 51 })).rejects.toThrow();
  expect(upstream.calls).toEqual([]);
});

test("reads several by id, archived ones too, and says which are not there", async () => {
  const upstream = fakeUpstream({
    "/listings": pagedList([listing(1), listing(2, { specialStatus: "archived" }), listing(3)]),
  });
  const answer = await runTool(getProperties, upstream, { ids: [2, 3, 9, 3] });
  expect(answer.properties.map(({ id }) => id)).toEqual([2, 3]);
  expect([answer.missing_ids, answer.total]).toEqual([[9], 2]);
});
