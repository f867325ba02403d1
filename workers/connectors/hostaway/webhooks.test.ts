import { expect, test } from "vitest";
import { webhooks } from "./webhooks.ts";

const reservation = { id: 501, listingMapId: 7, guestName: "Ann Example", doorCode: "4711" };

test("a delivery is read as ids, and nothing that a guest wrote", () => {
  const body = { object: "reservation", event: "reservation.updated", accountId: 10001, data: reservation };
  const news = webhooks.read(body);
  expect(news).toMatchObject({
    event: "reservation.updated",
    account: "10001",
    target: "501",
    ids: { property: 7, booking: 501 },
  });
  expect(news?.outdated).toContain("/reservations");
  expect(JSON.stringify(news)).not.toMatch(/Ann|4711/);
});

test.each([
  { event: "message.received", payload: { data: { id: 9, reservationId: 501, conversationId: 3 } } },
  { payload: { event: "message.received", data: { id: "9", reservationId: "501", conversationId: 3 } } },
])("reads what is below a payload: %j", (body) => {
  expect(webhooks.read(body)).toMatchObject({ target: "9", ids: { booking: 501, conversation: 3 } });
});

test.each([
  [{ event: "listing.updated", data: reservation }],
  [{ event: "constructor", data: reservation }],
  [{ event: "reservation.created" }],
  [{ event: "reservation.created", data: { id: "x" } }],
  [null],
  ["reservation.created"],
])("says nothing of %j", (body) => {
  expect(webhooks.read(body)).toBeNull();
});
