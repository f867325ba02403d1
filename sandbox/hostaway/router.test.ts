import { expect, test } from "vitest";
import { callerOf, control, newCaller } from "#sandbox/testing.ts";

test("a list says where it stands", async () => {
  const caller = await newCaller();
  const { body } = await caller.get("/reservations?limit=5&offset=5");
  expect(body).toMatchObject({ status: "success", limit: 5, offset: 5, count: 12, page: 2, totalPages: 3 });
});

test("a lean list says less, and its count is a string", async () => {
  const caller = await newCaller();
  await caller.set({ lean: true });
  const { body } = await caller.get("/reservations?limit=5");
  expect(body).toEqual({ status: "success", result: expect.any(Array), limit: 5, offset: null, count: "12" });
});

test("unknown parameters are ignored, or named in a refusal when strict", async () => {
  const caller = await newCaller();
  expect((await caller.list("/reservations?status=new")).count).toBe(12);
  await caller.set({ strict: true });
  for (const path of ["/reservations?status=new", "/listings/40160?status=1", "/amenities?status=1"]) {
    const answer = await caller.get(path);
    expect(answer, path).toMatchObject({
      status: 400,
      body: { status: "fail", message: "Unknown parameter: status" },
    });
  }
  expect((await caller.get("/listings?city=Rome&attachObjects[]=bookingEngineUrls")).status).toBe(200);
});

test("limits have defaults and a maximum, all of which can be set", async () => {
  const caller = await newCaller();
  expect((await caller.get("/reservations")).body).toMatchObject({ limit: 100 });
  expect((await caller.get("/reservations?limit=9999")).body).toMatchObject({ limit: 500 });
  await caller.set({ defaultLimit: 7, defaultListingsLimit: 2, maxLimit: 9 });
  expect((await caller.get("/reservations")).body).toMatchObject({ limit: 7 });
  expect((await caller.get("/listings")).body).toMatchObject({ limit: 2 });
  expect((await caller.get("/reservations?limit=9999")).body).toMatchObject({ limit: 9 });
});

test("a locked listing or reservation refuses writes, without a word that sounds like authentication", async () => {
  const caller = await newCaller();
  const conversation = await caller.single("/conversations/8200001");
  await caller.set({ lockedListings: [40_160], lockedReservations: [conversation.reservationId] });
  const refusals = [
    await caller.put("/listings/40160", { name: "New" }),
    await caller.put("/listings/40160/calendar", {
      startDate: "2027-01-01",
      endDate: "2027-01-01",
      isAvailable: 0,
    }),
    await caller.send("POST", "/conversations/8200001/messages", { body: "Hi" }),
  ];
  expect(refusals.map(({ status }) => status)).toEqual([403, 403, 403]);
  expect(JSON.stringify(refusals)).not.toMatch(/token|expired|unauthor|authenti|scope/i);
  const reads = [
    "/listings/40160",
    "/listings/40160/calendar",
    `/reservations/${conversation.reservationId}`,
  ];
  for (const path of reads) expect((await caller.get(path)).status, path).toBe(200);
  await caller.set({ lockedReads: true });
  for (const path of reads) expect((await caller.get(path)).status, path).toBe(403);
});

test("refusals can carry their text in result, and validation another status", async () => {
  const caller = await newCaller();
  const invalid = "/listings/40160/calendar?startDate=2027-02-02&endDate=2027-02-01";
  expect((await caller.get(invalid)).status).toBe(400);
  for (const validationStatus of [422, 200]) {
    await caller.set({ validationStatus, errorField: "result" });
    const answer = await caller.get(invalid);
    expect(answer).toMatchObject({
      status: validationStatus,
      body: { status: "fail", result: expect.any(String) },
    });
    expect(answer.body).not.toHaveProperty("message");
  }
});

test("an unknown path or id answers 404 as Hostaway does", async () => {
  const caller = await newCaller();
  for (const path of [
    "/nothing",
    "/listings/1",
    "/reservations/x",
    "/conversations/1/messages",
    "/reservations/1",
  ]) {
    const body = { status: "fail", message: "Resource not found" };
    expect(await caller.get(path), path).toMatchObject({ status: 404, body });
  }
});

test("an account's setting comes before the global one", async () => {
  const [first, second] = [await newCaller(), await newCaller()];
  await first.set({ defaultLimit: 3 });
  await control("/hostaway/settings", { defaultLimit: 4 });
  expect((await first.get("/reservations")).body).toMatchObject({ limit: 3 });
  expect((await second.get("/reservations")).body).toMatchObject({ limit: 4 });
  await control("/hostaway/settings", { defaultLimit: 100 });
});

test("the dictionaries name ids and codes", async () => {
  const caller = await callerOf("10001");
  const result = async (path: string) => (await caller.get(path)).body;
  expect(await result("/amenities")).toMatchObject({
    result: expect.arrayContaining([{ id: 1, name: "Cable TV" }]),
  });
  expect(await result("/propertyTypes")).toMatchObject({
    result: expect.arrayContaining([{ id: 1, name: "Apartment" }]),
  });
  expect(await result("/bedTypes")).toMatchObject({
    result: expect.arrayContaining([{ id: 1, name: "Full Bunk Bed" }]),
  });
  expect(await result("/countries")).toMatchObject({ result: { DE: "Germany", US: "United States" } });
  expect(await result("/currencies")).toMatchObject({ result: { EUR: "Euro", JPY: "Japanese Yen" } });
  expect(await result("/languages")).toMatchObject({ result: { de: "German", ja: "Japanese" } });
  expect(await result("/timezones")).toMatchObject({
    result: { "Asia/Tokyo": { value: "Asia/Tokyo", diff: "GMT+09:00" } },
  });
});

test("users show which listings are theirs only when asked for", async () => {
  const caller = await callerOf("10001");
  const elena = { firstName: "Elena", isAdmin: 1 };
  expect((await caller.list("/users")).rows[0]).toMatchObject({ ...elena, listingMapIds: [] });
  expect((await caller.list("/users?includeResources=1")).rows[0]).toMatchObject({
    ...elena,
    listingMapIds: expect.arrayContaining([40_160]),
  });
});
