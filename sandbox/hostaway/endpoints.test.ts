import { beforeAll, expect, test } from "vitest";
import { type Caller, control, newCaller, worker } from "#sandbox/testing.ts";

type Call = [method: string, path: string, body?: object];

const stay = {
  channelId: 2000,
  arrivalDate: "2031-03-01",
  departureDate: "2031-03-03",
  guestName: "Ann Lee",
};
const day = { startDate: "2031-03-01", endDate: "2031-03-02", price: 90 };
const price = { startingDate: "2031-03-01", endingDate: "2031-03-03", numberOfGuests: 2, version: 2 };
const picture = { images: [{ url: "https://images.example.com/1.jpg" }] };
const house = 40_160;

/** Calls that name nothing that belongs to an account, or only in the body. */
const general: Call[] = [
  ["POST", "/listings", { name: "New house" }],
  ["GET", "/accountTaxSettings"],
  ["GET", "/seasonalRules"],
  ["GET", "/reservations/paymentMethods"],
  ["GET", "/reservations/customFields"],
  ["GET", "/messageTemplates"],
  ["GET", "/financeCustomFormula"],
  ["GET", "/ownerStatements"],
  ["GET", "/expenses"],
  ["POST", "/expenses", { concept: "Plumber", amount: -80, expenseDate: "2027-01-01" }],
  ["GET", "/guestPayments/charges"],
  ["GET", "/guestPayments/autoPayment"],
  ["GET", "/reviews"],
  ["GET", "/tasks"],
  ["POST", "/tasks", { title: "Sweep the stairs" }],
  ["GET", "/users"],
  ["GET", "/userGroups"],
  ["GET", "/coupons"],
  ["GET", "/reservationCoupons"],
  ["GET", "/customFields"],
  ["POST", "/customFields", { name: "Colour", objectType: "listing" }],
  ["GET", "/cancellationPolicies"],
  ["POST", "/cancellationPolicies", { name: "Strict" }],
  ["GET", "/cancellationPolicies/airbnb"],
  ["GET", "/cancellationPolicies/booking"],
  ["GET", "/cancellationPolicies/marriott"],
  ["GET", "/cancellationPolicies/vrbo"],
  ["GET", "/webhooks/unifiedWebhooks"],
  ["POST", "/webhooks/unifiedWebhooks", { url: "https://hooks.example.com/x", isEnabled: 0 }],
  ["GET", "/unifiedWebhookLogs"],
];

let caller: Caller;
let stranger: Caller;
/** Calls that name something of the caller's in the path, in an order in which they all succeed. */
let owned: Call[];

beforeAll(async () => {
  [caller, stranger] = [await newCaller("demo"), await newCaller("empty")];
  const firstId = async (path: string) => (await caller.list(path)).ids[0] ?? 0;
  const { id: booked } = await caller.written("POST", "/reservations", { ...stay, listingMapId: house });
  const { id: fromBookingcom } = await caller.written("POST", "/reservations", {
    ...stay,
    channelId: 2005,
    listingMapId: house,
    arrivalDate: "2031-04-01",
    departureDate: "2031-04-03",
  });
  const { id: doubtful } = await caller.written("POST", "/reservations", {
    ...stay,
    channelId: 2005,
    listingMapId: house,
    arrivalDate: "2031-05-01",
    departureDate: "2031-05-03",
  });
  const { id: hook } = await caller.written("POST", "/webhooks/unifiedWebhooks", {
    url: "https://hooks.example.com/y",
    isEnabled: 0,
  });
  const paid = await firstId("/guestPayments/charges");
  const charge = await caller.single(`/guestPayments/charges/${paid}`);
  const seeded = await firstId("/reservations?channelId=2018");
  const field = (await caller.list(`/financeField/${seeded}`)).ids[0] ?? 0;
  const fee = await firstId(`/listingFeeSettings/${house}`);
  const thread = await firstId(`/conversations?reservationId=${booked}`);
  const chargeBody = { title: "Bikes", amount: 20, paymentMethod: "cash", status: "awaiting" };
  owned = [
    ["PUT", `/listings/${house}`, { price: 130 }],
    ["POST", `/listings/${house}/images`, picture],
    ["POST", `/listings/${house}/export/airbnb`],
    ["GET", `/listingFeeSettings/${house}`],
    ["POST", `/listingFeeSettings/${house}`, { feeType: "petFee", amount: 5 }],
    ["PUT", `/listingFeeSettings/${house}/${fee}`, { amount: 6 }],
    ["DELETE", `/listingFeeSettings/${fee}`],
    ["POST", `/listingAgreement/${house}`, { text: "First" }],
    ["PUT", `/listingAgreement/${house}`, { text: "Second" }],
    ["GET", `/listingAgreement/${house}`],
    ["GET", `/reservations/${booked}/rentalAgreement`],
    ["DELETE", `/listingAgreement/${house}`],
    ["GET", `/listing/pricingSettings/${house}`],
    ["PUT", `/listing/pricingSettings/${house}`, { isAirbnbLOSActive: 1 }],
    ["GET", `/listingTaxSettings/${house}`],
    ["GET", `/seasonalRules/intervals?listingMapId=${house}&startDate=2026-01-01&endDate=2040-01-01`],
    ["PUT", `/listings/${house}/calendar`, day],
    ["PUT", `/listings/${house}/calendarIntervals`, [day]],
    ["POST", `/listings/${house}/calendar/priceDetails`, price],
    ["PUT", `/reservations/${booked}`, { hostNote: "Late" }],
    ["PUT", `/reservations/${fromBookingcom}/statuses/noShow`, { waivedFees: true }],
    ["PUT", `/reservations/${fromBookingcom}/statuses/cancelled`, { cancelledBy: "guest" }],
    ["DELETE", `/reservations/${doubtful}/statuses/cancelledDueToInvalidCreditCard`],
    ["GET", `/messageTemplates/601`],
    ["GET", `/reservations/${booked}/messageTemplates`],
    ["GET", `/reservations/${booked}/messageTemplates/601`],
    ["PUT", `/conversations/${thread}`, { hasUnreadMessages: 0 }],
    ["POST", `/conversations/${thread}/messages`, { body: "Hello" }],
    ["GET", `/financeField/${seeded}`],
    ["PUT", `/financeField/${seeded}/${field}`, { value: 10 }],
    ["GET", `/financeStandardField/reservation/${seeded}`],
    ["GET", `/financeCalculatedField/reservation/${seeded}`],
    ["GET", "/ownerStatement/1301"],
    ["GET", "/expenses/1200001"],
    ["PUT", "/expenses/1200001", { amount: -10 }],
    ["DELETE", "/expenses/1200001"],
    ["GET", `/guestPayments/charges/${paid}`],
    ["POST", `/guestPayments/charges/${String(charge.reservationId)}`, chargeBody],
    ["PUT", `/guestPayments/charges/${String(charge.reservationId)}/${paid}`, { status: "paid" }],
    ["GET", "/reviews/800001"],
    ["GET", "/tasks/700001"],
    ["PUT", "/tasks/700001", { status: "completed" }],
    ["DELETE", "/tasks/700001"],
    ["GET", "/user/1"],
    ["PUT", "/customFields/3", { name: "Invoice" }],
    ["DELETE", "/customFields/3"],
    ["GET", "/cancellationPolicies/101"],
    ["PUT", "/cancellationPolicies/101", { name: "Firm" }],
    ["DELETE", "/cancellationPolicies/101"],
    ["GET", `/webhooks/unifiedWebhooks/${hook}`],
    ["PUT", `/webhooks/unifiedWebhooks/${hook}`, { login: "a", password: "b" }],
    ["DELETE", `/webhooks/unifiedWebhooks/${hook}`],
    ["DELETE", `/reservations/${booked}`],
    ["DELETE", `/listings/${house + 5}`],
  ];
});

test("what belongs to another account is not found, whatever is done to it, and what is gone neither", async () => {
  for (const [method, path, body] of owned) {
    const answer = await stranger.write(method, path, body);
    expect([answer.status, answer.body], `${method} ${path}`).toEqual([
      404,
      { status: "fail", message: "Resource not found" },
    ]);
  }
});

test("every endpoint answers with a success in the envelope", async () => {
  for (const [method, path, body] of [...general, ...owned]) {
    const answer = await caller.write(method, path, body);
    expect(answer, `${method} ${path}`).toMatchObject({ status: 200, body: { status: "success" } });
    expect(answer.body, `${method} ${path}`).toHaveProperty("result");
  }
});

test("every endpoint names an unknown parameter when strict, and a fault comes before all of that", async () => {
  const strict = await newCaller("empty");
  await strict.set({ strict: true });
  for (const [method, path, body] of general) {
    const answer = await strict.write(method, `${path}?nonsense=1`, body);
    expect(answer, `${method} ${path}`).toMatchObject({
      status: 400,
      body: { message: expect.stringContaining("nonsense") },
    });
  }
  await control("/hostaway/faults", { account: strict.accountId, kind: "error", status: 503 });
  for (const [method, path, body] of [...general, ...owned]) {
    expect((await strict.send(method, path, body)).status, `${method} ${path}`).toBe(503);
  }
});

test("no endpoint answers without a token", async () => {
  await control("/hostaway/settings", { ipLimit: null });
  for (const [method, path] of [...general, ...owned]) {
    const { status } = await worker.fetch(`http://sandbox/hostaway/v1${path}`, { method });
    expect(status, `${method} ${path}`).toBe(403);
  }
});
