import type { Account } from "#sandbox/hostaway/account.ts";
import { addDays, toDate, toStamp } from "#sandbox/hostaway/dates.ts";
import { FeeSetting } from "#sandbox/hostaway/listings/fee-settings.ts";
import { SeasonalRule } from "#sandbox/hostaway/listings/seasonal-rules.ts";
import { Coupon } from "#sandbox/hostaway/operations/coupons.ts";

const fees = [
  { feeType: "petFee", feeTitle: "Pet fee", amount: 35 },
  { feeType: "lateCheckoutFee", feeTitle: "Late check-out", amount: 40 },
  { feeType: "parkingFee", feeTitle: "Parking", amount: 12, feeAppliedPer: "night", isQuantitySelectable: 1 },
];
const linen = {
  feeType: "linenPackageFee",
  feeTitle: "Linen",
  amount: 9,
  feeAppliedPer: "person",
  isMandatory: 1,
};

/** Fees, taxes, seasons, coupons, agreements and policies: the terms on which the first listings are let. */
export function addTerms(account: Account, now: number): void {
  const stamp = toStamp(now);
  const accountId = Number(account.id);
  const listings = account.listings.all().slice(0, 16);
  listings.forEach(({ id: listingMapId }, index) => {
    for (const fee of index % 4 === 2 ? [...fees, linen] : fees) {
      const id = account.feeSettings.nextId();
      const row = { id, accountId, listingMapId, ...fee, insertedOn: stamp, updatedOn: stamp };
      account.feeSettings.put(FeeSetting.parse(row));
    }
  });
  for (const { id, name } of listings.slice(0, 2)) {
    account.agreements.put({
      id,
      listingMapId: id,
      text: `The guest rents ${name} and leaves it as it was found.`,
    });
  }
  account.cancellationPolicies.put({
    id: account.cancellationPolicies.nextId(),
    accountId,
    name: "Moderate",
    cancellationPolicyItem: [
      {
        refundAmount: 100,
        refundType: "percentage",
        refundField: "totalPrice",
        timeDelta: -5 * 86_400,
        event: "arrival",
      },
    ],
  });
  addTaxes(account);
  addSeason(account, now);
  addCoupons(account, now);
}

/** The tax that the seeded reservations were charged, and one that a city asks of every guest and night. */
function addTaxes(account: Account): void {
  const tax = { id: account.taxSettings.nextId(), amountType: "percent", amount: 10 } as const;
  const applyTo = JSON.stringify(["baseRate", "cleaningFee"]);
  account.taxSettings.put({
    ...tax,
    listingMapId: null,
    taxType: "hotelTax",
    taxAppliedPer: "reservation",
    applyTo,
  });
  const lisbon = account.listings.all().find(({ city }) => city === "Lisbon");
  if (!lisbon) return;
  const perNight = {
    amount: 2,
    amountType: "flat",
    taxAppliedPer: "person_per_night",
    applyTo: "[]",
  } as const;
  const id = account.taxSettings.nextId();
  account.taxSettings.put({ id, listingMapId: lisbon.id, taxType: "cityTax", ...perNight });
}

function addSeason(account: Account, now: number): void {
  const [first] = account.listings.all();
  if (!first) return;
  const id = account.seasonalRules.nextId();
  const weekend = { minNightsFriday: 3, minNightsSaturday: 3 };
  account.seasonalRules.put(
    SeasonalRule.parse({ id, accountId: Number(account.id), name: "High season", ...weekend }),
  );
  const [from, to] = [addDays(toDate(now), 60), addDays(toDate(now), 120)];
  account.seasonalIntervals.put({ id: 1, listingMapId: first.id, seasonalRuleId: id, from, to });
}

/** One of each kind: percentage, flat, expired, used up, switched off. */
function addCoupons(account: Account, now: number): void {
  const today = toDate(now);
  const coupons = [
    { name: "WELCOME10", type: "percentage", amount: 10, minimumNights: 3 },
    { name: "RETURN50", type: "flatFee", amount: 50, numberOfUsesInitial: 20, numberOfUsesUsed: 7 },
    { name: "SUMMER15", type: "percentage", amount: 15, isExpired: 1, validityDateEnd: addDays(today, -30) },
    { name: "FIRST25", type: "percentage", amount: 25, numberOfUsesInitial: 10, numberOfUsesUsed: 10 },
    { name: "STAFF40", type: "percentage", amount: 40, isActive: 0 },
  ];
  for (const coupon of coupons) {
    const row = { id: account.coupons.nextId(), accountId: Number(account.id), isActive: 1, ...coupon };
    account.coupons.put(Coupon.parse(row));
  }
}
