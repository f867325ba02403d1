import { expect, test } from "vitest";
import { FairQueue, type Lane } from "./fair-queue.ts";

function fill(...names: string[]) {
  const queue = new FairQueue<{ key: string; lane: Lane; name: string }>();
  for (const name of names)
    queue.add({ key: name[0] ?? "", lane: name.startsWith("j") ? "job" : "person", name });
  return queue;
}

const drain = (queue: ReturnType<typeof fill>) => {
  const names: string[] = [];
  for (let next = queue.next(); next !== undefined; next = queue.next()) names.push(next.name);
  return names;
};

test("keys take turns, however many each of them waits with", () => {
  expect(drain(fill("a1", "a2", "a3", "a4", "b1", "b2", "c1"))).toEqual([
    "a1",
    "b1",
    "c1",
    "a2",
    "b2",
    "a3",
    "a4",
  ]);
});

test("one who comes later has its first turn before another's second", () => {
  const queue = fill("a1", "a2", "a3");
  expect(queue.next()?.name).toBe("a1");
  queue.add({ key: "b", lane: "person", name: "b1" });
  expect(drain(queue)).toEqual(["b1", "a2", "a3"]);
});

test("jobs come after all people", () => {
  expect(drain(fill("j1", "a1", "j2", "a2"))).toEqual(["a1", "a2", "j1", "j2"]);
});

test("those that may not go yet are passed over and keep their place", () => {
  const queue = fill("a1", "b1");
  expect(queue.next(({ name }) => name !== "a1")?.name).toBe("b1");
  expect(queue.next(() => false)).toBeUndefined();
  expect(drain(queue)).toEqual(["a1"]);
});

test("a newcomer counts as ahead only what goes first: of each other key as many as its own, and one", () => {
  const queue = fill("a1", "a2", "a3", "b1", "j1");
  const all = () => true;
  expect(queue.countAhead({ key: "c", lane: "person" }, all)).toBe(2);
  expect(queue.countAhead({ key: "a", lane: "person" }, all)).toBe(4);
  expect(queue.countAhead({ key: "c", lane: "job" }, all)).toBe(3);
  expect(queue.countAhead({ key: "c", lane: "person" }, ({ key }) => key === "b")).toBe(1);
});
