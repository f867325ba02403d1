import { z } from "zod";
import { defineWriteTool, type JsonObject } from "#connectors/define-write-tool.ts";
import { AppError } from "#errors.ts";
import { toBookingSummary } from "../bookings.ts";
import { toChannel } from "../channels.ts";
import type { HostawayClient } from "../client.ts";
import { BookingId } from "../input.ts";
import { toRefundTerms } from "../refund-terms.ts";
import type { Reservation } from "../schemas/reservation.ts";
import { isCancelled, isInquiry } from "../statuses.ts";

const CancelledBy = z.enum(["host", "guest"]);

const CancelBookingChange = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("cancel"),
    booking_id: BookingId,
    cancelled_by: CancelledBy,
    /** What an undo sets it to; null where that is not ours to do. */
    former_status: z.string().nullable(),
  }),
  z.object({ kind: z.literal("reinstate"), booking_id: BookingId, status: z.string() }),
]);
type CancelBookingChange = z.infer<typeof CancelBookingChange>;

export const cancelBooking = defineWriteTool<HostawayClient>()({
  name: "cancel_booking",
  title: "Cancel a booking",
  access: "destructive",
  toolset: "operations",
  description:
    "Cancels one booking or owner stay and frees its nights. The preview shows price, refund terms as far as Hostaway knows them, and what the guest would get back. It moves no money: refunds are made in Hostaway or by the channel. " +
    "Undoing sets a direct booking back while its nights are free; one of a channel stays cancelled. " +
    "To move a stay to other dates call update_booking instead.",
  input: z.object({
    booking_id: BookingId,
    cancelled_by: CancelledBy.describe("On whose wish; channels judge by it"),
  }),
  change: CancelBookingChange,
  batch: false,
  repeatable: false,
  async plan({ client, input, now, signal }) {
    const { booking_id, cancelled_by } = input;
    const booking = await client.bookings.get(booking_id, signal);
    assertCancellable(booking);
    const { arrival_date, departure_date, guest_name = "a guest", property_name } = toBookingSummary(booking);
    const { refund, sentences } = toRefundTerms(booking, now);
    const isDirect = toChannel(booking) === "direct";
    const { currency, totalPrice } = booking;
    return {
      summary: `Cancels booking ${booking_id} of ${guest_name} at ${property_name ?? "the property"}, ${arrival_date} to ${departure_date}, by the ${cancelled_by}.`,
      steps: [
        {
          item: `booking ${booking_id}`,
          change: {
            kind: "cancel" as const,
            booking_id,
            cancelled_by,
            former_status: isDirect ? (booking.status ?? null) : null,
          },
          before: toState(booking),
          after: { status: "cancelled", cancelled_by },
        },
      ],
      money:
        currency === undefined
          ? []
          : [
              { what: "Price of the booking", currency, before: totalPrice ?? null, after: 0 },
              { what: "Back to the guest by its terms", currency, before: null, after: refund ?? null },
            ],
      warnings: [
        ...sentences,
        ...(cancelled_by === "host"
          ? ["These terms are for a guest who cancels. What a host who cancels owes, Hostaway does not say."]
          : []),
      ],
      ...(!isDirect && { final: "It came from a channel, so it cannot be set back." }),
    };
  },
  async apply({ client, change, signal }): Promise<JsonObject> {
    const { booking_id } = change;
    const booking =
      change.kind === "cancel"
        ? await client.bookings.cancel(booking_id, change.cancelled_by, signal)
        : await client.bookings.update(booking_id, { status: change.status }, false, signal);
    return { booking_id, ...toState(booking) };
  },
  undo: {
    reverse: ({ change }): CancelBookingChange | null =>
      change.kind === "cancel" && change.former_status !== null
        ? { kind: "reinstate", booking_id: change.booking_id, status: change.former_status }
        : null,
    read: async ({ change, client, signal }) => toState(await client.bookings.get(change.booking_id, signal)),
  },
});

function assertCancellable(booking: Reservation): void {
  const { cancellationDate, cancelledBy, id, status } = booking;
  if (isInquiry(booking)) {
    throw new AppError(
      "conflict",
      `Booking ${id} is only an inquiry (${status}): there is nothing to cancel.`,
    );
  }
  if (!isCancelled(booking)) return;
  const on = cancellationDate === undefined ? "" : ` since ${cancellationDate}`;
  const by = cancelledBy === undefined ? "" : ` (by the ${cancelledBy})`;
  throw new AppError("conflict", `Booking ${id} is ${status} already${on}${by}.`);
}

const toState = ({
  cancelledBy = null,
  status = null,
}: {
  cancelledBy?: string | null;
  status?: string | null;
}) => ({
  status,
  cancelled_by: cancelledBy,
});
