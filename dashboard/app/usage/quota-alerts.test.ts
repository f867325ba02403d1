import { expect, test } from "vitest";
import { createFormat } from "#format.ts";
import { describeAlerts } from "./quota-alerts.ts";

const format = createFormat({ locale: "en-US", timeZone: "UTC" });

test.each([
  [0, "refuse", "None yet; the next comes at 80%."],
  [79.9, "refuse", "None yet; the next comes at 80%."],
  [80, "refuse", "80% was passed; the next comes at 90%."],
  [99.9, "bill", "90% was passed; the next comes at 100%."],
  [100, "refuse", "All is used. Further calls are refused until it resets."],
  [120, "bill", "All is used. 2,000 more calls are billed."],
] as const)("what is said at %d %% where more is to %s", (percent, mode, text) => {
  expect(describeAlerts({ percent, overage: { mode, calls: 2_000 } }, format)).toBe(text);
});
