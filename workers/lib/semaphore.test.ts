import { expect, test } from "vitest";
import { FakeClock } from "#tests/fake-clock.ts";
import type { Lane } from "./fair-queue.ts";
import { Semaphore } from "./semaphore.ts";

const late = () => new Error("too late");

function createSemaphore(places: number, placesForJobs = places) {
  const clock = new FakeClock();
  const semaphore = new Semaphore({ places, placesForJobs, clock });
  const run = <Result>(task: () => Promise<Result>, key = "key", lane: Lane = "person") =>
    semaphore.run({ key, lane }, 10_000, late, task);
  return { clock, run };
}

test("so many run at once and the others of the same key follow in the order they came", async () => {
  const { run } = createSemaphore(2);
  const started: number[] = [];
  let running = 0;
  let most = 0;
  const start = (name: number) =>
    run(async () => {
      started.push(name);
      running += 1;
      most = Math.max(most, running);
      await scheduler.wait(1);
      running -= 1;
    });
  await Promise.all([1, 2, 3, 4, 5].map(start));
  expect(started).toEqual([1, 2, 3, 4, 5]);
  expect(most).toBe(2);
});

test("a task that fails gives its place back", async () => {
  const { run } = createSemaphore(1);
  const failing = run(async () => {
    throw new Error("lost");
  });
  const next = run(async () => "done");
  await expect(failing).rejects.toThrow("lost");
  expect(await next).toBe("done");
  expect(await run(async () => "again")).toBe("again");
});

test("jobs never hold all places", async () => {
  const { run } = createSemaphore(3, 2);
  const order: string[] = [];
  const start = (name: string, lane: Lane) =>
    run(
      async () => {
        order.push(name);
        await scheduler.wait(1);
      },
      name,
      lane,
    );
  await Promise.all([
    start("job 1", "job"),
    start("job 2", "job"),
    start("job 3", "job"),
    start("Ann", "person"),
  ]);
  expect(order).toEqual(["job 1", "job 2", "Ann", "job 3"]);
});

test("who has waited too long is told, takes no place later, and the others go on", async () => {
  const { clock, run } = createSemaphore(1);
  const { promise, resolve } = Promise.withResolvers<void>();
  const running = run(() => promise);
  const outcome = run(async () => "late").catch((error: Error) => error.message);
  await clock.pass(9_000);
  const patient = run(async () => "in time");
  await clock.pass(1_000);
  expect(await outcome).toBe("too late");
  resolve();
  await running;
  expect(await patient).toBe("in time");
  expect(await run(async () => "next")).toBe("next");
});
