import { expect, test } from "vitest";
import type { WriteTool } from "#connectors/define-write-tool.ts";
import { batchUpdateListings } from "#connectors/hostaway/tools/batch-update-listings.ts";
import { countFitting, countLooks, countRequests, toJobSeconds } from "./count-fitting.ts";

/** A request a second, twenty in a call. */
const connector = {
  rateLimits: { account: { requests: 10, seconds: 10 }, address: { requests: 20, seconds: 10 } },
};
const nights = { "2031-03-01/2031-03-05": { price: 100 } };
const toStep = (change: object) => ({
  change: { property_id: 1, fields: {}, nights: {}, ...change },
  before: {},
  after: {},
});

test.each([
  ["a price", { fields: { base_price: 100 } }, 1],
  ["nights", { nights }, 1],
  ["a price and nights", { fields: { base_price: 100 }, nights }, 2],
  ["amenities and nights", { fields: { amenities: ["Gym"] }, nights }, 2],
])(
  "%s of one property take as many requests as they send, and twice as many later or backwards",
  (_, change, count) => {
    const step = toStep(change);
    const back = { ...step, undoing: { change: step.change, result: {} } };
    const tool: WriteTool<unknown> = batchUpdateListings;
    expect(countRequests({ tool }, step)).toBe(count);
    expect(countRequests({ tool, isLater: true }, step)).toBe(2 * count);
    expect(countRequests({ tool }, back)).toBe(2 * count);
    expect(countLooks(tool, back)).toBe(count);
  },
);

test("a call holds what the narrowest limit lets it send in time, and a job takes longer than that, as it leaves room", () => {
  const twos = Array.from({ length: 11 }, () => 2);
  expect(countFitting(connector, twos)).toBe(10);
  expect(countFitting(connector, twos.slice(0, 10))).toBe(10);
  expect(countFitting(connector, [21])).toBe(0);
  expect(toJobSeconds(connector, 20)).toBe(30);
});
