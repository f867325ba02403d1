import { expect, test } from "vitest";
import { cursorList, fakeUpstream, listing, pagedList, reservation, runTool } from "../fake-upstream.ts";
import { getRevenueByChannel } from "./get-revenue-by-channel.ts";

test("splits each currency over its channels, with commissions as far as they are known", async () => {
  const upstream = fakeUpstream({
    "/listings": pagedList([listing(1)]),
    "/reservations": cursorList([
      reservation(1, { totalPrice: 300, channelCommissionAmount: 30 }),
      reservation(2, { totalPrice: 300, channelId: 2001 }),
      reservation(3, { totalPrice: 200, channelId: 2013 }),
      reservation(4, { totalPrice: 900, currency: "EUR", channelId: 2000 }),
      reservation(5, { totalPrice: null }),
      reservation(6, { status: "cancelled" }),
      reservation(7, { status: "ownerStay" }),
      reservation(8, { totalPrice: 400, currency: null, channelId: 9999, channelName: "homesite" }),
    ]),
  });
  const range = { start_date: "2026-12-01", end_date: "2026-12-31" };
  const answer = await runTool(getRevenueByChannel, upstream, range);
  expect(answer.channels.map((row) => [row.channel, row.currency, row.revenue, row.share_percent])).toEqual([
    ["airbnb", "USD", 600, 50],
    ["homesite", "USD", 400, 33.3],
    ["direct", "USD", 200, 16.7],
    ["direct", "EUR", 900, 100],
  ]);
  expect(answer.channels[0]).toMatchObject({
    commission: 30,
    bookings_with_commission: 1,
    average_nightly_rate: 100,
  });
  expect(answer.channels[3]).not.toHaveProperty("commission");
  expect(answer.bookings_without_price).toBe(1);
});
