import { expect, test } from "vitest";
import { callerOf, newCaller } from "#sandbox/testing.ts";
import { Listing } from "./listing.ts";

async function listed(path: string): Promise<Listing[]> {
  const caller = await callerOf("10001");
  const { rows } = await caller.list(
    `/listings?limit=500&includeResources=1&attachObjects[]=bookingEngineUrls&${path}`,
  );
  return rows.map((row) => Listing.parse(row));
}

test("pages by offset cover every listing once", async () => {
  const caller = await callerOf("10001");
  const first = await caller.list("/listings?limit=100");
  const second = await caller.list("/listings?limit=100&offset=100");
  expect(first.count).toBeGreaterThanOrEqual(120);
  expect(new Set([...first.ids, ...second.ids]).size).toBe(first.count);
});

test("every documented filter narrows the list", async () => {
  const all = await listed("");
  const narrowed = async (filter: string, keeps: (listing: Listing) => boolean) => {
    const expected = all.filter(keeps).map(({ id }) => id);
    expect(expected.length, filter).toBeGreaterThan(0);
    expect(expected.length, filter).toBeLessThan(all.length);
    expect(
      (await listed(filter)).map(({ id }) => id),
      filter,
    ).toEqual(expected);
  };
  await narrowed("city=miami", ({ city }) => city === "Miami");
  await narrowed("country=Germany", ({ countryCode }) => countryCode === "DE");
  await narrowed("country=DE", ({ countryCode }) => countryCode === "DE");
  await narrowed("match=lOFt", ({ name }) => name.toLowerCase().includes("loft"));
  await narrowed("contactName=Elena", ({ contactName }) => contactName === "Elena");
  await narrowed("propertyTypeId=3", ({ propertyTypeId }) => propertyTypeId === 3);
  await narrowed("availabilityGuestNumber=8", ({ personCapacity }) => (personCapacity ?? 0) >= 8);
  await narrowed("isBookingEngineActive=1", ({ bookingEngineUrls }) => bookingEngineUrls.length > 0);
  await narrowed("userId=2", ({ id }) => (id - 40_160) % 5 === 1);
  const day = all[0]?.latestActivityOn?.slice(0, 10) ?? "";
  await narrowed(`latestActivityStart=${day}&latestActivityEnd=${day}`, (listing) =>
    (listing.latestActivityOn ?? "").startsWith(day),
  );
});

test("availability keeps what is free on every night; the day of departure need not be", async () => {
  const caller = await newCaller("empty");
  await caller.inject("listings", { name: "Taken in the middle", personCapacity: 4, price: 10 });
  await caller.inject("listings", { name: "Always free", personCapacity: 2, price: 10 });
  const [taken = 0, free = 0] = (await caller.list("/listings")).ids;
  const stay = { listingMapId: taken, arrivalDate: "2027-04-05", departureDate: "2027-04-07" };
  await caller.inject("reservations", stay);
  const available = async (start: string, end: string, guests = 1) => {
    const dates = `availabilityDateStart=${start}&availabilityDateEnd=${end}`;
    return (await caller.list(`/listings?${dates}&availabilityGuestNumber=${guests}`)).ids;
  };
  expect(await available("2027-04-01", "2027-04-05")).toEqual([taken, free]);
  expect(await available("2027-04-01", "2027-04-06")).toEqual([free]);
  expect(await available("2027-04-07", "2027-04-09")).toEqual([taken, free]);
  expect(await available("2027-04-07", "2027-04-09", 3)).toEqual([taken]);
});

test("every sort order sorts, and its reverse reverses", async () => {
  const sorted = async (order: string) => listed(`sortOrder=${order}`);
  const names = (await sorted("name")).map(({ name }) => name);
  expect(names).toEqual(names.toSorted(new Intl.Collator("en").compare));
  expect((await sorted("nameReversed")).map(({ name }) => name)).toEqual(names.toReversed());
  const activity = (await sorted("latestActivity")).map(({ latestActivityOn }) => latestActivityOn ?? "");
  expect(activity).toEqual(activity.toSorted());
  expect((await sorted("latestActivityDesc"))[0]?.latestActivityOn).toBe(activity.at(-1));
  expect((await sorted("contactName"))[0]?.contactName).toBe("Elena");
  expect((await sorted("contactNameReversed"))[0]?.contactName).toBe("Tomás");
  const ids = (await sorted("order")).map(({ id }) => id);
  expect((await sorted("orderReversed")).map(({ id }) => id)).toEqual(ids.toReversed());
});

test("arrays and booking addresses come only when asked for", async () => {
  const caller = await callerOf("10001");
  const arrays = [
    "listingAmenities",
    "listingBedTypes",
    "listingImages",
    "customFieldValues",
    "bookingEngineUrls",
  ];
  const bare = await caller.single("/listings/40160");
  for (const name of arrays) expect(bare[name], name).toEqual([]);
  const { rows } = await caller.list("/listings?match=Sunlit");
  expect(rows[0]?.listingAmenities).toEqual([]);
  const full = await caller.single("/listings/40160?includeResources=1");
  for (const name of arrays.slice(0, 4)) expect(full[name], name).not.toEqual([]);
});

test("a change touches only what it names, keeps both names alike and can archive", async () => {
  const caller = await newCaller();
  const before = await caller.single("/listings/40160?includeResources=1");
  const { status } = await caller.put("/listings/40160", {
    externalListingName: "Harbour Light",
    price: 199,
  });
  expect(status).toBe(200);
  const after = await caller.single("/listings/40160?includeResources=1");
  const { latestActivityOn } = after;
  const both = { name: "Harbour Light", externalListingName: "Harbour Light" };
  expect(after).toEqual({ ...before, ...both, price: 199, latestActivityOn });
  expect(latestActivityOn).not.toBe(before.latestActivityOn);
  await caller.put("/listings/40160", { specialStatus: "archived" });
  expect((await caller.list("/listings")).count).toBe(3);
  await caller.set({ listArchived: false });
  expect((await caller.list("/listings")).ids).not.toContain(40_160);
});

test("a change of the wrong type is refused and names the field", async () => {
  const caller = await newCaller();
  const answer = await caller.put("/listings/40160", { bedroomsNumber: "two" });
  expect(answer).toMatchObject({ status: 400, body: { message: expect.stringContaining("bedroomsNumber") } });
  expect((await caller.send("PUT", "/listings/40160")).status).toBe(400);
});
