import { expect, test } from "vitest";
import { type Caller, callerOf, newCaller } from "#sandbox/testing.ts";
import { bookingcomExtras, Reservation } from "./reservation.ts";

const path = (query: string) => `/reservations?limit=500&${query}`;

async function listed(caller: Caller, query: string): Promise<Reservation[]> {
  const pages = [await caller.list(path(query)), await caller.list(path(`offset=500&${query}`))];
  return pages.flatMap(({ rows }) => rows.map((row) => Reservation.parse(row)));
}

test("the newest update comes first, and pages by offset cover everything once", async () => {
  const caller = await callerOf("10001");
  const all = await listed(caller, "");
  const keys = all.map(({ updatedOn, id }) => `${updatedOn} ${String(id).padStart(9, "0")}`);
  expect(keys).toEqual(keys.toSorted().toReversed());
  expect(new Set(all.map(({ id }) => id)).size).toBe((await caller.list("/reservations")).count);
});

test("pages by cursor cover everything once, in any order, whatever the offset says", async () => {
  const caller = await callerOf("10001");
  for (const order of ["", "sortOrder=arrivalDate&"]) {
    const { count = 0, ids } = await caller.list(`/reservations?${order}limit=300`);
    const seen = [...ids];
    for (let page = ids; page.length > 0; ) {
      page = (await caller.list(`/reservations?${order}limit=300&offset=7&afterId=${seen.at(-1)}`)).ids;
      seen.push(...page);
    }
    expect(new Set(seen).size).toBe(count);
    expect(seen).toHaveLength(count);
  }
});

test("behind an unknown id there is an empty page with the full count", async () => {
  const caller = await newCaller();
  expect(await caller.list("/reservations?afterId=1")).toMatchObject({ ids: [], count: 12 });
});

test("every documented filter narrows the list", async () => {
  const caller = await callerOf("10001");
  await caller.set({ maxLimit: 5000 });
  const all = await listed(caller, "limit=5000");
  const lastWeek = new Date(Date.now() - 7 * 86_400_000).toISOString().slice(0, 10);
  const today = new Date().toISOString().slice(0, 10);
  const narrowed = async (filter: string, keeps: (reservation: Reservation) => boolean) => {
    const expected = all.filter(keeps).map(({ id }) => id);
    expect(expected.length, filter).toBeGreaterThan(0);
    expect(expected.length, filter).toBeLessThan(all.length);
    expect(
      (await listed(caller, `limit=5000&${filter}`)).map(({ id }) => id),
      filter,
    ).toEqual(expected);
  };
  await narrowed("channelId=2005", ({ channelId }) => channelId === 2005);
  await narrowed("listingId=40161", ({ listingMapId }) => listingMapId === 40_161);
  await narrowed("match=mar", ({ guestName }) => guestName?.toLowerCase().includes("mar") ?? false);
  await narrowed(`arrivalStartDate=${today}`, ({ arrivalDate }) => arrivalDate >= today);
  await narrowed(`arrivalEndDate=${today}`, ({ arrivalDate }) => arrivalDate <= today);
  await narrowed(`departureStartDate=${today}`, ({ departureDate }) => departureDate >= today);
  await narrowed(`departureEndDate=${today}`, ({ departureDate }) => departureDate <= today);
  await narrowed(`latestActivityStart=${lastWeek}`, ({ latestActivityOn }) => latestActivityOn >= lastWeek);
  await narrowed(
    `latestActivityEnd=${lastWeek}`,
    ({ latestActivityOn }) => latestActivityOn.slice(0, 10) <= lastWeek,
  );
  await narrowed("isStarred=1", ({ isStarred }) => isStarred === 1);
  const email = all.find(({ guestEmail }) => guestEmail)?.guestEmail;
  await narrowed(`guestEmail=${email}`, ({ guestEmail }) => guestEmail === email);
  const unread = await listed(caller, "limit=5000&hasUnreadConversationMessages=1");
  expect(unread.length).toBeGreaterThan(10);
  expect(unread.length).toBeLessThan(all.length / 2);
});

test("flags, assignee, customer and agreement are filters too", async () => {
  const caller = await newCaller("empty");
  await caller.inject("listings", { name: "House", price: 10 });
  const [listingMapId] = (await caller.list("/listings")).ids;
  const given = {
    isArchived: 1,
    isPinned: 1,
    assigneeUserId: 4,
    customerUserId: 5,
    reservationAgreement: "signed",
  };
  await caller.inject("reservations", {
    listingMapId,
    arrivalDate: "2027-01-01",
    departureDate: "2027-01-02",
  });
  await caller.inject("reservations", {
    listingMapId,
    arrivalDate: "2027-01-03",
    departureDate: "2027-01-04",
    ...given,
  });
  for (const [name, value] of Object.entries(given)) {
    expect((await caller.list(`/reservations?${name}=${value}`)).count, name).toBe(1);
  }
});

test("date bounds are inclusive unless switched", async () => {
  const caller = await newCaller("empty");
  await caller.inject("listings", { name: "House", price: 10 });
  const [listingMapId] = (await caller.list("/listings")).ids;
  await caller.inject("reservations", {
    listingMapId,
    arrivalDate: "2027-01-01",
    departureDate: "2027-01-05",
  });
  const onTheDay = "/reservations?arrivalStartDate=2027-01-01&arrivalEndDate=2027-01-01";
  expect((await caller.list(onTheDay)).count).toBe(1);
  await caller.set({ inclusiveDates: false });
  expect((await caller.list(onTheDay)).count).toBe(0);
});

test("every sort order sorts by its key, up and down", async () => {
  const caller = await callerOf("10001");
  const isSorted = (keys: string[]) => expect(keys).toEqual(keys.toSorted());
  for (const [order, key] of [
    ["arrivalDate", "arrivalDate"],
    ["latestActivity", "latestActivityOn"],
    ["updatedOn", "updatedOn"],
  ] as const) {
    isSorted((await listed(caller, `sortOrder=${order}`)).map((row) => row[key]));
  }
  for (const [order, key] of [
    ["arrivalDateDesc", "arrivalDate"],
    ["latestActivityDesc", "latestActivityOn"],
  ] as const) {
    isSorted((await listed(caller, `sortOrder=${order}`)).map((row) => row[key]).toReversed());
  }
});

test("reservations sort by when their conversation last moved", async () => {
  const caller = await newCaller();
  const conversations = await caller.list("/conversations");
  for (const [order, key] of [
    ["lastConversationMessageSent", "messageSentOn"],
    ["lastConversationMessageReceived", "messageReceivedOn"],
  ] as const) {
    const keyOf = (id: number) =>
      String(conversations.rows.find(({ reservationId }) => reservationId === id)?.[key] ?? "");
    const keys = (await caller.list(`/reservations?sortOrder=${order}`)).ids.map(keyOf);
    expect(keys).toEqual(keys.toSorted());
    expect((await caller.list(`/reservations?sortOrder=${order}Desc`)).ids.map(keyOf)).toEqual(
      keys.toReversed(),
    );
  }
});

test("what is attached to a reservation comes only when asked for", async () => {
  const caller = await callerOf("10001");
  const query = "channelId=2005&sortOrder=arrivalDate&limit=1";
  const [bare] = await listed(caller, query);
  const [full] = await listed(
    caller,
    `${query}&includeResources=1&includePayments=1&includeCancellationPolicy=1`,
  );
  expect(bare).toMatchObject({
    customFieldValues: [],
    hostProxyEmail: null,
    remainingBalance: null,
    cancellationPolicyDetails: null,
    bookingcomSpecialRequests: null,
  });
  expect(full).toMatchObject({
    customFieldValues: [{ customFieldId: 2 }],
    hostProxyEmail: expect.any(String),
    remainingBalance: expect.any(Number),
    cancellationPolicyDetails: { name: "Moderate" },
    bookingcomSpecialRequests: expect.any(String),
  });
  const alone = await caller.single(`/reservations/${bare?.id}`);
  expect(alone).toMatchObject({
    hostProxyEmail: full?.hostProxyEmail,
    cancellationPolicyDetails: { name: "Moderate" },
    customFieldValues: [{ customFieldId: 2 }],
  });
  for (const name of bookingcomExtras) expect(alone[name], name).toBeNull();
});
