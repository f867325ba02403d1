import { expect, test } from "vitest";
import { newCaller, newHouse } from "#sandbox/testing.ts";

test("a created listing gets an id, both names and no status, whatever the body says", async () => {
  const caller = await newCaller();
  const { ids } = await caller.list("/listings");
  const body = {
    externalListingName: "Harbour Loft",
    price: 180,
    id: 5,
    specialStatus: "archived",
    nonsense: 1,
  };
  const created = await caller.written("POST", "/listings", body);
  expect(created).toMatchObject({ name: "Harbour Loft", externalListingName: "Harbour Loft", price: 180 });
  expect(created).toMatchObject({ specialStatus: null, latestActivityOn: expect.any(String) });
  expect(created).not.toHaveProperty("nonsense");
  expect(created.id).toBe(Math.max(...ids) + 1);
  expect(await caller.single(`/listings/${created.id}`)).toEqual(created);
});

test("a listing without a name, or with one of the wrong kind, is refused", async () => {
  const caller = await newCaller("empty");
  for (const body of [{}, { name: "" }, { name: 7 }, { name: "House", price: "dear" }]) {
    expect((await caller.post("/listings", body)).status, JSON.stringify(body)).toBe(400);
  }
  expect((await caller.list("/listings")).count).toBe(0);
});

test("what is attached is sent without ids, and replaced as a whole", async () => {
  const { caller, id } = await newHouse({
    listingAmenities: [{ amenityId: 1 }, { amenityId: 6 }],
    listingBedTypes: [{ bedTypeId: 2, quantity: 3 }],
    listingImages: [{ url: "https://images.example.com/1.jpg", caption: "Hall" }],
  });
  const whole = () => caller.single(`/listings/${id}?includeResources=1`);
  expect(await whole()).toMatchObject({
    listingAmenities: [
      { id: expect.any(Number), amenityId: 1, amenityName: "Cable TV" },
      { amenityId: 6, amenityName: "Kitchen" },
    ],
    listingBedTypes: [{ id: expect.any(Number), bedTypeId: 2, quantity: 3 }],
    listingImages: [{ caption: "Hall", sortOrder: 1, vrboCaption: null }],
  });
  await caller.written("PUT", `/listings/${id}`, { listingAmenities: [{ amenityId: 5 }] });
  const after = await whole();
  expect(after.listingAmenities).toMatchObject([{ amenityId: 5 }]);
  expect(after.listingBedTypes).toMatchObject([{ quantity: 3 }]);
  const unknown = await caller.put(`/listings/${id}`, { listingAmenities: [{ amenityId: 9999 }] });
  expect(unknown).toMatchObject({ status: 400, body: { message: expect.stringContaining("dictionary") } });
});

test("imported images come after those that are there", async () => {
  const { caller, id } = await newHouse();
  const add = (images: unknown) => caller.post(`/listings/${id}/images`, { images });
  const picture = (name: string) => ({ url: `https://images.example.com/${name}.jpg` });
  expect((await add([picture("a"), picture("b")])).body).toMatchObject({ result: { imagesCount: 2 } });
  await add([{ ...picture("c"), caption: "Garden", sortOrder: 9 }]);
  const { listingImages } = await caller.single(`/listings/${id}?includeResources=1`);
  expect(listingImages).toMatchObject([
    { sortOrder: 1 },
    { sortOrder: 2 },
    { caption: "Garden", sortOrder: 9 },
  ]);
  for (const [images, problem] of [
    [undefined, "non-empty array"],
    [[], "non-empty array"],
    [["x"], "index 0 must be an object"],
    [[picture("d"), { caption: "x" }], "index 1 has no url"],
    [[{ url: "x" }], "index 0 has an invalid url"],
  ] as const) {
    expect(await add(images), problem).toMatchObject({
      status: 400,
      body: { status: "fail", result: expect.stringContaining(problem) },
    });
  }
});

test("a deleted listing is gone", async () => {
  const { caller, id } = await newHouse();
  expect(await caller.delete(`/listings/${id}`)).toMatchObject({ status: 200, body: { result: [] } });
  expect((await caller.get(`/listings/${id}`)).status).toBe(404);
  expect((await caller.list("/listings")).count).toBe(0);
});

test("fees belong to one listing and keep to the documented kinds", async () => {
  const { caller, id } = await newHouse();
  const other = await caller.written("POST", "/listings", { name: "Other" });
  const fee = await caller.written("POST", `/listingFeeSettings/${id}`, { feeType: "petFee", amount: 30 });
  expect(fee).toMatchObject({
    listingMapId: id,
    amountType: "flat",
    feeAppliedPer: "reservation",
    isMandatory: 0,
  });
  expect((await caller.get(`/listingFeeSettings/${other.id}`)).body).toMatchObject({ result: [] });
  expect((await caller.put(`/listingFeeSettings/${other.id}/${fee.id}`, { amount: 1 })).status).toBe(404);
  expect((await caller.put(`/listingFeeSettings/${id}/${fee.id}`, { amount: 25 })).body).toMatchObject({
    result: { amount: 25, feeType: "petFee" },
  });
  for (const wrong of [
    { amount: 3 },
    { feeType: "breathing", amount: 3 },
    { feeType: "petFee", amount: -3 },
  ]) {
    expect((await caller.post(`/listingFeeSettings/${id}`, wrong)).status).toBe(400);
  }
});

test("an agreement is written, copied and removed", async () => {
  const { caller, id } = await newHouse();
  const other = await caller.written("POST", "/listings", { name: "Other" });
  const copy = { fromListingId: id, toListingIds: [other.id] };
  expect((await caller.post("/listingAgreement/duplicate", copy)).status).toBe(400);
  expect((await caller.post(`/listingAgreement/${id}`, {})).status).toBe(400);
  await caller.written("POST", `/listingAgreement/${id}`, { text: "Be kind." });
  expect((await caller.post("/listingAgreement/duplicate", copy)).status).toBe(200);
  expect(await caller.single(`/listingAgreement/${other.id}`)).toMatchObject({
    listingMapId: other.id,
    text: "Be kind.",
  });
  await caller.delete(`/listingAgreement/${other.id}`);
  expect((await caller.get(`/listingAgreement/${other.id}`)).status).toBe(404);
});
