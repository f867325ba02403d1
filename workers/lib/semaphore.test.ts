import { expect, test } from "vitest";
import { Semaphore } from "./semaphore.ts";

test("so many run at once and the others follow in the order they came", async () => {
  const semaphore = new Semaphore(2);
  const started: number[] = [];
  let running = 0;
  let most = 0;
  const run = (name: number) =>
    semaphore.run(async () => {
      started.push(name);
      running += 1;
      most = Math.max(most, running);
      await scheduler.wait(1);
      running -= 1;
    });
  await Promise.all([1, 2, 3, 4, 5].map(run));
  expect(started).toEqual([1, 2, 3, 4, 5]);
  expect(most).toBe(2);
});

test("a task that fails gives its place back", async () => {
  const semaphore = new Semaphore(1);
  const failing = semaphore.run(async () => {
    throw new Error("lost");
  });
  const next = semaphore.run(async () => "done");
  await expect(failing).rejects.toThrow("lost");
  expect(await next).toBe("done");
  expect(await semaphore.run(async () => "again")).toBe("again");
});
