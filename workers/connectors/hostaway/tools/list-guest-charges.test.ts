import { expect, test } from "vitest";
import { fakeUpstream, pagedList, runTool } from "../fake-upstream.ts";
import { listGuestCharges } from "./list-guest-charges.ts";

const charge = (id: number, status: string, fields: object = {}) => ({
  id,
  reservationId: 500 + id,
  listingMapId: 1,
  type: "charge",
  amount: 100,
  currency: "USD",
  status,
  scheduledDate: `2026-12-0${id} 00:00:00`,
  ...fields,
});

const account = () =>
  fakeUpstream({
    "/guestPayments/charges": pagedList([
      charge(1, "paid"),
      charge(3, "awaiting"),
      charge(2, "failed", { currency: "EUR" }),
      charge(4, "cancelled"),
      charge(5, "awaitingHold", { type: "preAuth", amount: 500 }),
    ]),
  });

test("by default shows what is unpaid, the next due first; deposits are in no sum", async () => {
  const answer = await runTool(listGuestCharges, account(), {});
  expect(answer.charges.map(({ id, due_date }) => [id, due_date])).toEqual([
    [2, "2026-12-02"],
    [3, "2026-12-03"],
    [5, "2026-12-05"],
  ]);
  expect(answer.sums).toEqual([
    { currency: "USD", amount: 100 },
    { currency: "EUR", amount: 100 },
  ]);
});

test("shows what was paid, or all, of one booking", async () => {
  const idsOf = async (args: object) =>
    (await runTool(listGuestCharges, account(), args)).charges.map(({ id }) => id);
  expect(await idsOf({ show: "paid" })).toEqual([1]);
  expect(await idsOf({ show: "all", booking_id: 504 })).toEqual([4]);
});
