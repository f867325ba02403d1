import { afterAll } from "vitest";

const steps: (() => unknown)[] = [];

/** Has `step` run once the file's tests are over, however they ended. The latest comes first. */
export function cleanUpWith(step: () => unknown): void {
  steps.push(step);
}

afterAll(async () => {
  for (const step of steps.splice(0).reverse()) await step();
});
