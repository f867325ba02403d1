import { expect, test } from "vitest";
import { findStep, hasPlan, listSteps } from "./steps.ts";

const nothing = { hasConnection: false, hasKey: false, hasCalled: false };
const listDone = (setup: typeof nothing, status: string) =>
  listSteps({ setup, hasPlan: hasPlan(status) }).flatMap(({ name, isDone }) => (isDone ? name : []));

test("each step is done when what it is about is there", () => {
  expect(listDone(nothing, "trialing")).toEqual([]);
  expect(listDone({ ...nothing, hasConnection: true }, "trialing")).toEqual(["connect", "plan"]);
  expect(listDone({ ...nothing, hasConnection: true }, "free")).toEqual(["connect"]);
  expect(listDone({ hasConnection: true, hasKey: true, hasCalled: true }, "active")).toHaveLength(4);
  expect(listDone({ ...nothing, hasCalled: true }, "free")).toEqual(["key", "assistant"]);
});

test("one goes on where something is left, unless the address names a step", () => {
  const steps = listSteps({ setup: { ...nothing, hasConnection: true }, hasPlan: true });
  expect(findStep(steps, null)).toBe("key");
  expect(findStep(steps, "plan")).toBe("plan");
  expect(findStep(steps, "nowhere")).toBe("key");
  const done = listSteps({
    setup: { hasConnection: true, hasKey: true, hasCalled: true },
    hasPlan: true,
  });
  expect(findStep(done, null)).toBeNull();
});
