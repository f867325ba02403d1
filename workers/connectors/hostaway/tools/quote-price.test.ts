import { expect, test } from "vitest";
import { fakeUpstream, listing, one, pagedList, runTool } from "../fake-upstream.ts";
import { quotePrice } from "./quote-price.ts";

const stay = { property_id: 1, start_date: "2026-12-10", end_date: "2026-12-11", guests: 2 };

test("gives Hostaway's price line by line and whether it can be booked", async () => {
  const upstream = fakeUpstream({
    "/listings/1": one(listing(1)),
    "/listings/1/calendar": pagedList([{ date: "2026-12-10", isAvailable: 0, status: "reserved" }]),
    "/listings/1/calendar/priceDetails": one({
      totalPrice: "155.5",
      components: [
        { type: "price", name: "baseRate", title: "Base rate", total: 150, isIncludedInTotalPrice: 1 },
        { type: "discount", name: "weeklyDiscount", total: -10, isIncludedInTotalPrice: 1 },
        { type: "fee", name: "gone", total: 9, isDeleted: 1 },
      ],
    }),
  });
  expect(await runTool(quotePrice, upstream, stay)).toMatchObject({
    nights: 1,
    total_price: 155.5,
    currency: "USD",
    items: [
      { name: "Base rate", type: "price", amount: 150, in_total_price: true },
      { name: "weeklyDiscount", amount: -10 },
    ],
    bookable: false,
    reasons: ["1 night not available."],
  });
  const asked = upstream.calls.find(({ path }) => path.endsWith("priceDetails"));
  expect(asked?.request).toMatchObject({
    method: "POST",
    readsOnly: true,
    body: { startingDate: "2026-12-10", endingDate: "2026-12-11", numberOfGuests: 2, version: 2 },
  });
});
