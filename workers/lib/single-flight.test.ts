import { expect, test } from "vitest";
import { SingleFlight } from "./single-flight.ts";

test("identical work under way is joined, and done anew once it is over", async () => {
  const flight = new SingleFlight<number>();
  let runs = 0;
  const task = async () => {
    await scheduler.wait(1);
    return ++runs;
  };
  expect(await Promise.all([flight.run("a", task), flight.run("a", task), flight.run("a", task)])).toEqual([
    1, 1, 1,
  ]);
  expect(await flight.run("a", task)).toBe(2);
});

test("different work runs side by side", async () => {
  const flight = new SingleFlight<string>();
  const run = (key: string) => flight.run(key, async () => key);
  expect(await Promise.all([run("a"), run("b")])).toEqual(["a", "b"]);
});

test("a failure reaches everyone who joined and is not kept", async () => {
  const flight = new SingleFlight<string>();
  const fail = async () => {
    await scheduler.wait(1);
    throw new Error("lost");
  };
  const settled = await Promise.allSettled([flight.run("a", fail), flight.run("a", fail)]);
  expect(settled.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect(await flight.run("a", async () => "found")).toBe("found");
});
