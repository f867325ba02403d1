import { expect, test } from "vitest";
import { z } from "zod";
import { callRest, createKey, createOrganization, type TestOrganization } from "#tests/organization.ts";
import { createAccount, listRequests } from "#tests/sandbox.ts";

const Properties = z.object({ properties: z.array(z.object({ id: z.number() })).min(2) });
const Changed = z.object({ change_id: z.string() });

const loft = {
  name: "Harbour Loft",
  address: "Example 7, Bremerhaven",
  city: "Bremerhaven",
  country_code: "DE",
  max_guests: 4,
  bedrooms: 1,
  bathrooms: 1.5,
  base_price: 180,
  currency: "EUR",
};

/** Far from any stay of the seed data. */
const nights = { start_date: "2031-03-01", end_date: "2031-03-05" };

/** Arguments that change something in the account that holds these properties. */
const writes: Record<string, (first: number, second: number) => object> = {
  create_listing: () => loft,
  update_listing: (id) => ({ property_id: id, name: "Renamed", min_nights: 3, amenities: ["Gym"] }),
  batch_update_listings: () => ({ all: true, price_change_percent: 10, ...nights }),
  update_calendar: (id) => ({
    property_id: id,
    ranges: [{ ...nights, price: 777, min_stay: 3, note: "Fair" }],
  }),
  batch_update_calendar: (first, second) => ({
    updates: [
      { property_ids: [first, second], ...nights, price_change_percent: 10, closed_on_arrival: true },
    ],
  }),
  block_dates: (id) => ({ property_id: id, ...nights, note: "Painter" }),
  unblock_dates: (id) => ({ property_id: id, ...nights }),
};
const names = Object.keys(writes);

/** An organization whose key may write, and the arguments that each tool takes for its account. */
async function createHost(name: string) {
  const organization = await createOrganization();
  const { secret } = await createKey(organization, { scopes: ["read", "write"] });
  const { properties } = Properties.parse((await callRest(secret, "get_properties")).body);
  const [first, second] = properties.map(({ id }) => id);
  const args = writes[name]?.(first ?? 0, second ?? 0) ?? {};
  if (name === "unblock_dates") await callRest(secret, "block_dates", args);
  return { organization, secret, args };
}

async function listWrites({ account }: TestOrganization) {
  const requests = await listRequests(account, "/listings");
  return requests.filter(({ method }) => method !== "GET");
}

test.each(names)(
  "%s says on a dry run what it then does, and what it did can be taken back",
  async (name) => {
    const { organization, secret, args } = await createHost(name);
    const sentBefore = await listWrites(organization);
    const dry = await callRest(secret, name, { ...args, dry_run: true });
    expect(dry, JSON.stringify(dry.body)).toMatchObject({ status: 200, body: { dry_run: true } });
    expect(await listWrites(organization)).toEqual(sentBefore);

    const made = await callRest(secret, name, { ...args, expected_version: dry.body.version });
    expect(made, JSON.stringify(made.body)).toMatchObject({ status: 200, body: { dry_run: false } });
    expect(await listWrites(organization)).not.toEqual(sentBefore);
    const { change_id } = Changed.parse(made.body);
    const undone = await callRest(secret, "undo_change", { change_id });
    if (name === "create_listing") {
      expect(undone.error?.message).toMatch(/deleted for good/);
      return;
    }
    expect(undone.status, JSON.stringify(undone.body)).toBe(200);
    const again = await callRest(secret, name, { ...args, dry_run: true });
    expect(again.body).toEqual(dry.body);
  },
);

test.each(names)("%s refuses a key that may only read", async (name) => {
  const { organization, args } = await createHost(name);
  const reader = await createKey(organization, { scopes: ["read"] });
  const sentBefore = await listWrites(organization);
  expect(await callRest(reader.secret, name, args)).toMatchObject({
    status: 403,
    error: { code: "insufficient_scope" },
  });
  expect(await listWrites(organization)).toEqual(sentBefore);
});

test.each(names)("%s reaches the caller's own account and no other with the same ids", async (name) => {
  const [host, other] = await Promise.all([createHost(name), createHost("create_listing")]);
  const made = await callRest(host.secret, name, host.args);
  expect(made.status, JSON.stringify(made.body)).toBe(200);
  expect(await listWrites(host.organization)).not.toEqual([]);
  expect(await listWrites(other.organization)).toEqual([]);
  const { change_id } = Changed.parse(made.body);
  expect(await callRest(other.secret, "undo_change", { change_id })).toMatchObject({ status: 404 });
});

const Bookings = z.object({
  bookings: z.array(
    z.object({
      id: z.number(),
      property_id: z.number(),
      arrival_date: z.string(),
      departure_date: z.string(),
    }),
  ),
});

test("a block over a booking is refused with that booking named, and an unblock frees nothing of it", async () => {
  const { organization, secret } = await createHost("block_dates");
  const confirmed = await callRest(secret, "get_bookings", {
    status: ["confirmed"],
    arrival_from: "2020-01-01",
  });
  const [stay] = Bookings.parse(confirmed.body).bookings;
  if (stay === undefined) throw new Error("Expected a booking.");
  const args = { property_id: stay.property_id, start_date: stay.arrival_date, end_date: stay.arrival_date };
  expect(await callRest(secret, "block_dates", args)).toMatchObject({
    status: 409,
    error: { code: "conflict", message: expect.stringContaining(`booking ${stay.id}`) },
  });
  const freed = await callRest(secret, "unblock_dates", args);
  expect(freed.body).toMatchObject({
    warnings: expect.arrayContaining([expect.stringMatching(/Not freed/)]),
  });
  expect(await listWrites(organization)).toEqual([]);
});

test("all rates of a large account are raised on a dry run, each currency by itself, with what cannot be told of", async () => {
  const organization = await createOrganization(await createAccount("demo"));
  const { secret } = await createKey(organization, { scopes: ["read", "write"] });
  const args = { all: true, price_change_percent: 10, dry_run: true };
  const { body } = await callRest(secret, "batch_update_listings", args);
  const { failed_items, money, summary } = Preview.parse(body);
  expect(summary.succeeded).toBeGreaterThan(100);
  expect(failed_items.map(({ error_type }) => error_type)).toContain("validation_error");
  expect(new Set(money.map(({ currency }) => currency)).size).toBe(money.length);
  expect(money.length).toBeGreaterThan(1);
  for (const { before, after } of money) expect(after / before).toBeCloseTo(1.1, 3);
  expect(await listWrites(organization)).toEqual([]);
});

const Preview = z.object({
  summary: z.object({ succeeded: z.number() }),
  failed_items: z.array(z.object({ error_type: z.string() })),
  money: z.array(z.object({ currency: z.string(), before: z.number(), after: z.number() })),
});
