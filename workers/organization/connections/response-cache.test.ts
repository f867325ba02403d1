import { expect, test } from "vitest";
import { ResponseCache } from "./response-cache.ts";

const MEGABYTE = 1024 * 1024;

const entry = (body: unknown, bytes: number, expiresAt: number) => ({ body, bytes, expiresAt, readAt: 0 });

test("an answer is found until it expires, and as a stale one for a minute more", () => {
  const cache = new ResponseCache();
  cache.keep("/listings", entry({ a: 1 }, 10, 1_000));
  expect(cache.find("/listings", 999)).toEqual({ body: { a: 1 }, readAt: 0, isStale: false });
  expect(cache.find("/listings", 1_000)).toMatchObject({ isStale: true });
  expect(cache.find("/listings", 61_000)).toBeNull();
  expect(cache.find("/other", 0)).toBeNull();
});

test("a newer answer takes the place of an older one", () => {
  const cache = new ResponseCache();
  cache.keep("/listings", entry(1, 10, 1_000));
  cache.keep("/listings", entry(2, 10, 2_000));
  expect(cache.find("/listings", 1_500)?.body).toBe(2);
});

test("the oldest answers go when there are too many", () => {
  const cache = new ResponseCache();
  for (let index = 0; index < 513; index += 1) cache.keep(`/${index}`, entry(index, 1, 1_000));
  expect(cache.find("/0", 0)).toBeNull();
  expect(cache.find("/1", 0)?.body).toBe(1);
  expect(cache.find("/512", 0)?.body).toBe(512);
});

test("the oldest answers go when they are too large together, and what has gone makes room", () => {
  const cache = new ResponseCache();
  for (const name of ["a", "b", "c"]) cache.keep(name, entry(name, 6 * MEGABYTE, 1_000));
  expect(["a", "b", "c"].map((name) => cache.find(name, 0)?.body)).toEqual([undefined, "b", "c"]);
  cache.keep("d", entry("d", 4 * MEGABYTE, 1_000));
  expect(["b", "c", "d"].map((name) => cache.find(name, 0)?.body)).toEqual(["b", "c", "d"]);
});

test("an answer larger than the whole cache is not kept", () => {
  const cache = new ResponseCache();
  cache.keep("/huge", entry(1, 17 * MEGABYTE, 1_000));
  expect(cache.find("/huge", 0)).toBeNull();
});

test("nothing is left after it was cleared, and it tells that it was", () => {
  const cache = new ResponseCache();
  cache.keep("/listings", entry(1, 10, 1_000));
  const { generation } = cache;
  cache.clear();
  expect(cache.generation).not.toBe(generation);
  expect(cache.find("/listings", 0)).toBeNull();
});
