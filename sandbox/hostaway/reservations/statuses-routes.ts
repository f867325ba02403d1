import { Hono } from "hono";
import { z } from "zod";
import { readBody } from "#sandbox/hostaway/body.ts";
import type { HostawayContext, HostawayEnv } from "#sandbox/hostaway/context.ts";
import { success } from "#sandbox/hostaway/envelope.ts";
import { getReservation, refuseManaged } from "#sandbox/hostaway/find.ts";
import { invalid, NoQuery, readQuery } from "#sandbox/hostaway/query.ts";
import { nowStamp } from "#sandbox/hostaway/rows.ts";
import type { Reservation } from "./reservation.ts";
import { changedReservation, putChanged } from "./update-reservation.ts";

const bookingcom = 2005;
const Cancellation = z.object({ cancelledBy: z.enum(["host", "guest"]) });
const NoShow = z.object({ waivedFees: z.boolean().default(false) });

/** What becomes of a reservation without anything else about it changing. */
export const reservationStatusRoutes = new Hono<HostawayEnv>();

reservationStatusRoutes.put("/reservations/:id{[0-9]+}/statuses/cancelled", async (c) => {
  const reservation = getWritable(c);
  refuseManaged(c, reservation);
  const { cancelledBy } = await readBody(c, Cancellation);
  return success(cancel(c, reservation, cancelledBy));
});

reservationStatusRoutes.delete("/reservations/:id{[0-9]+}/statuses/cancelledDueToInvalidCreditCard", (c) => {
  const reservation = getWritable(c);
  requireBookingcom(c, reservation);
  return success(cancel(c, reservation, "host"));
});

reservationStatusRoutes.put("/reservations/:id{[0-9]+}/statuses/noShow", async (c) => {
  const reservation = getWritable(c);
  requireBookingcom(c, reservation);
  const { waivedFees } = await readBody(c, NoShow);
  const noShow = {
    bookingcomNoShowReportedAt: nowStamp(c),
    bookingcomNoShowFeeWaived: waivedFees ? 1 : 0,
  } as const;
  return success(putChanged(c, changedReservation(reservation, noShow, nowStamp(c))));
});

function getWritable(c: HostawayContext): Reservation {
  readQuery(c, NoQuery);
  return getReservation(c, Number(c.req.param("id")), "write");
}

function cancel(c: HostawayContext, reservation: Reservation, cancelledBy: "host" | "guest"): Reservation {
  if (reservation.status === "cancelled")
    throw invalid(c, `Reservation ${reservation.id} is cancelled already`);
  const change = { status: "cancelled", cancelledBy } as const;
  return putChanged(c, changedReservation(reservation, change, nowStamp(c)));
}

function requireBookingcom(c: HostawayContext, { id, channelId }: Reservation): void {
  if (channelId !== bookingcom) throw invalid(c, `Reservation ${id} did not come from Booking.com`);
}
