import { advanceTestClock } from "./advance-test-clock.ts";
import { createTestClock } from "./create-test-clock.ts";
import { deleteTestClock } from "./delete-test-clock.ts";
import { listTestClocks } from "./list-test-clocks.ts";
import { retrieveTestClock } from "./retrieve-test-clock.ts";

export const testClockEndpoints = [
  createTestClock,
  retrieveTestClock,
  listTestClocks,
  advanceTestClock,
  deleteTestClock,
];
