import { expect, test } from "vitest";
import { cursorList, fakeUpstream, one, reservation, runTool } from "../fake-upstream.ts";
import { getGuestInfo } from "./get-guest-info.ts";

test("shows the guest and the earlier confirmed stays under the same address, latest first", async () => {
  const upstream = fakeUpstream({
    "/reservations/501": one(
      reservation(501, {
        guestEmail: "Ann@example.test",
        guestLocale: "en",
        guestCountry: "US",
        adults: "2",
      }),
    ),
    "/reservations": cursorList([
      reservation(501),
      reservation(400, { arrivalDate: "2025-05-01", departureDate: "2025-05-04", status: "modified" }),
      reservation(401, { arrivalDate: "2025-08-01", departureDate: "2025-08-04" }),
      reservation(402, { arrivalDate: "2025-09-01", departureDate: "2025-09-04", status: "cancelled" }),
      reservation(403, { arrivalDate: "2027-01-01", departureDate: "2027-01-04" }),
      reservation(404, {
        arrivalDate: "2025-01-01",
        departureDate: "2025-01-04",
        guestEmail: "bob@example.test",
      }),
      reservation(405, { arrivalDate: "2025-01-01", departureDate: "2025-01-04", guestEmail: null }),
    ]),
  });
  const answer = await runTool(getGuestInfo, upstream, { booking_id: 501 });
  expect(answer).toMatchObject({
    name: "Ann Example",
    email: "Ann@example.test",
    language: "en",
    country: "US",
    adults: 2,
  });
  expect(answer.previous_stays.map(({ booking_id }) => booking_id)).toEqual([401, 400]);
  expect(upstream.calls[1]?.query).toMatchObject({ guestEmail: "Ann@example.test" });
});

test("asks for no earlier stays when the address is hidden", async () => {
  const upstream = fakeUpstream({ "/reservations/501": one(reservation(501, { guestEmail: null })) });
  expect((await runTool(getGuestInfo, upstream, { booking_id: 501 })).previous_stays).toEqual([]);
  expect(upstream.calls).toHaveLength(1);
});
