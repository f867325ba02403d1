import { expect, test } from "vitest";
import { type Caller, newCaller, newHouse } from "#sandbox/testing.ts";
import { Review } from "./reviews.ts";

const stay = { channelId: 2018, arrivalDate: "2031-03-05", departureDate: "2031-03-08" };

test("a task needs a title, and gets its place and channel from its reservation", async () => {
  const { caller, id } = await newHouse();
  const { id: reservationId } = await caller.written("POST", "/reservations", { ...stay, listingMapId: id });
  const task = await caller.written("POST", "/tasks", { title: "Clean", reservationId, categoriesMap: [1] });
  expect(task).toMatchObject({ status: "pending", listingMapId: id, channelId: 2018, isUpdatedManually: 0 });
  for (const wrong of [
    {},
    { title: "" },
    { title: "x", status: "done" },
    { title: "x", listingMapId: 1 },
    { title: "x", reservationId: 1 },
    { title: "x", assigneeUserId: 77 },
    { title: "x", canStartFrom: "tomorrow" },
    { title: "x", canStartFrom: "2031-03-05 10:00:00", shouldEndBy: "2031-03-04 10:00:00" },
    { title: "x", categoriesMap: [7] },
  ]) {
    expect((await caller.post("/tasks", wrong)).status, JSON.stringify(wrong)).toBe(400);
  }
  await caller.put(`/listings/${id}`, { specialStatus: "archived" });
  expect((await caller.post("/tasks", { title: "x", listingMapId: id })).status).toBe(400);
});

test("a task's changes are partial and its states are stamped", async () => {
  const { caller } = await newHouse();
  const { id } = await caller.written("POST", "/tasks", {
    title: "Fix the tap",
    description: "Kitchen",
    cost: 40,
  });
  const change = (body: object) => caller.written("PUT", `/tasks/${id}`, body);
  expect(await change({ status: "inProgress" })).toMatchObject({
    title: "Fix the tap",
    description: "Kitchen",
    isUpdatedManually: 1,
    completedAt: null,
    startedAt: expect.any(String),
  });
  const done = await change({ status: "completed", resolutionNote: "New washer" });
  expect(done).toMatchObject({ startedAt: expect.any(String), completedAt: expect.any(String), cost: 40 });
});

test("tasks are narrowed by every documented filter", async () => {
  const { caller, id } = await newHouse();
  const { id: reservationId } = await caller.written("POST", "/reservations", { ...stay, listingMapId: id });
  const moment = (date: string) => `${date} 10:00:00`;
  await caller.written("POST", "/tasks", {
    title: "Clean",
    reservationId,
    canStartFromEvent: "departure",
    shouldEndByEvent: "arrival",
    canStartFrom: moment("2031-03-08"),
    shouldEndBy: moment("2031-03-09"),
    status: "confirmed",
  });
  await caller.written("POST", "/tasks", { title: "Paint" });
  for (const filter of [
    "match=cle",
    `reservationId=${reservationId}`,
    "channelId=2018",
    "status=confirmed",
    "canStartFromEvent=departure",
    "shouldEndByEvent=arrival",
    "canStartFromStart=2031-03-08&canStartFromEnd=2031-03-08",
    "shouldEndByStart=2031-03-09",
    "limit=1",
  ]) {
    expect((await caller.list(`/tasks?${filter}`)).rows, filter).toMatchObject([{ title: "Clean" }]);
  }
  expect((await caller.list("/tasks?shouldEndByEnd=2031-03-08")).rows).toEqual([]);
  expect((await caller.get("/tasks?status=done")).status).toBe(400);
});

async function reviews(caller: Caller, query: string): Promise<Review[]> {
  return (await caller.list(`/reviews?limit=500&${query}`)).rows.map((row) => Review.parse(row));
}

test("reviews are narrowed and sorted by everything documented", async () => {
  const caller = await newCaller("demo");
  const all = await reviews(caller, "");
  const [first] = all;
  const [a, b] = [...new Set(all.map(({ listingMapId }) => listingMapId))];
  const narrowed = await reviews(caller, `listingMapIds[]=${a}&listingMapIds[]=${b}`);
  expect(new Set(narrowed.map(({ listingMapId }) => listingMapId))).toEqual(new Set([a, b]));
  const waiting = await reviews(caller, "statuses[]=awaiting&statuses[]=published");
  expect(new Set(waiting.map(({ status }) => status))).toEqual(new Set(["awaiting", "published"]));
  expect((await reviews(caller, "type=host-to-guest")).every(({ type }) => type === "host-to-guest")).toBe(
    true,
  );
  const ofOne = await reviews(caller, `reservationId=${first?.reservationId}`);
  expect(ofOne.length).toBeGreaterThan(0);
  expect(ofOne.every(({ reservationId }) => reservationId === first?.reservationId)).toBe(true);
  const day = first?.departureDate.slice(0, 10) ?? "";
  const leaving = await reviews(caller, `departureDateStart=${day}&departureDateEnd=${day}`);
  expect(new Set(leaving.map(({ departureDate }) => departureDate.slice(0, 10)))).toEqual(new Set([day]));
  const departures = (await reviews(caller, "sortBy=departureDate&sortOrder=desc")).map(
    (row) => row.departureDate,
  );
  expect(departures).toEqual(departures.toSorted().toReversed());
  expect((await caller.get("/reviews?sortBy=mood")).status).toBe(400);
});

test("a review's categories can be left out, since their shape is not documented", async () => {
  const caller = await newCaller("demo");
  expect(await caller.single("/reviews/800001")).toMatchObject({
    reviewCategory: expect.arrayContaining([{ category: "cleanliness", rating: expect.any(Number) }]),
  });
  await caller.set({ reviewCategories: false });
  expect(await caller.single("/reviews/800001")).toMatchObject({ reviewCategory: [] });
});

test("one user comes in an array, with the listings they may see", async () => {
  const caller = await newCaller("demo");
  expect((await caller.get("/user/1")).body).toMatchObject({
    result: [
      {
        id: 1,
        firstName: "Elena",
        isAdmin: 1,
        userGroupId: 1,
        listingMapIds: expect.arrayContaining([40_160]),
      },
    ],
  });
  expect((await caller.get("/user/99")).status).toBe(404);
  expect((await caller.list("/userGroups")).rows[3]).toMatchObject({ name: "Owners" });
});

test("custom fields are listed by what they belong to, made, changed and removed", async () => {
  const caller = await newCaller();
  expect((await caller.list("/customFields?objectType=task")).rows).toMatchObject([
    { name: "Invoice number" },
  ]);
  const body = { name: "Colour", objectType: "listing", type: "dropdown", possibleValues: ["red", "blue"] };
  const made = await caller.written("POST", "/customFields", body);
  expect(made).toMatchObject({ ...body, varName: `custom_field_${made.id}` });
  const changed = await caller.written("PUT", `/customFields/${made.id}`, {
    name: "Hue",
    objectType: "task",
  });
  expect(changed).toMatchObject({ name: "Hue", objectType: "listing", type: "dropdown" });
  expect((await caller.post("/customFields", { ...body, type: "picture" })).status).toBe(400);
  expect((await caller.post("/customFields", { ...body, objectType: "guest" })).status).toBe(400);
});

test("cancellation policies are made, changed and read by channel", async () => {
  const caller = await newCaller();
  const item = { refundAmount: 50, refundType: "percentage", timeDelta: -86_400, event: "arrival" };
  const made = await caller.written("POST", "/cancellationPolicies", {
    name: "Half",
    cancellationPolicyItem: [item],
  });
  expect(made).toMatchObject({
    name: "Half",
    cancellationPolicyItem: [{ ...item, refundField: "totalPrice" }],
  });
  const broken = { name: "Odd", cancellationPolicyItem: [{ ...item, refundType: "apology" }] };
  expect((await caller.post("/cancellationPolicies", broken)).status).toBe(400);
  expect((await caller.get("/cancellationPolicies/airbnb?listingMapId=1")).status).toBe(404);
  expect((await caller.get("/cancellationPolicies/agoda")).status).toBe(404);
});
