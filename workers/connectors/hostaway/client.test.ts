import { expect, test } from "vitest";
import { AppError } from "#errors.ts";
import { HostawayClient } from "./client.ts";
import { fakeUpstream, listing, one, pagedList } from "./fake-upstream.ts";

test("the check asks for one listing and takes no answer from a cache", async () => {
  const upstream = fakeUpstream({ "/listings": pagedList([]) });
  await upstream.client.check();
  expect(upstream.calls).toMatchObject([
    { path: "/listings", query: { limit: 1 }, request: { fresh: true } },
  ]);
});

test.each<[string, unknown]>([
  ["text", "<html>"],
  ["nothing", null],
  ["an object for a list", { result: { id: 1 } }],
  ["a row without an id", { result: [{ name: "House" }] }],
])("an answer that is %s is reported as unavailable", async (_, answer) => {
  const { client } = fakeUpstream({ "/listings": answer });
  await expect(client.getListings({ limit: 100 })).rejects.toMatchObject({ code: "upstream_unavailable" });
});

test("a lean envelope is a page as good as any", async () => {
  const { client } = fakeUpstream({ "/listings": { status: "success", result: null } });
  expect(await client.getListings({ limit: 100 })).toEqual({ rows: [] });
});

test("a body that comes out of a cache again is parsed once", async () => {
  const body = one(listing(7));
  const client = new HostawayClient(async () => body);
  expect(await client.getListing(7)).toBe(await client.getListing(7));
});

test("only an absence is given a meaning; other refusals pass as they are", async () => {
  const busy = new AppError("upstream_busy");
  const client = new HostawayClient(async () => {
    throw busy;
  });
  await expect(client.getReservation(5)).rejects.toBe(busy);
});

test("a dictionary is a constant, and a listing as fresh as the caller wants it unless told", async () => {
  const upstream = fakeUpstream({
    "/amenities": { status: "success", result: [] },
    "/listings/7": one(listing(7)),
  });
  await upstream.client.getDictionary("amenities");
  await upstream.client.getListing(7);
  expect(upstream.calls.map(({ request }) => [request.constant, request.fresh])).toEqual([
    [true, undefined],
    [undefined, undefined],
  ]);
});
