import { z } from "zod";
import { defineWriteTool, type JsonObject, type Money } from "#connectors/define-write-tool.ts";
import { AppError } from "#errors.ts";
import { assertStayFits, requireCurrency } from "../book-stay.ts";
import type { HostawayClient } from "../client.ts";
import { assertBookable, CalendarDate } from "../dates.ts";
import { BookingId, PropertyId } from "../input.ts";
import type { Quote } from "../schemas/quote.ts";
import type { Reservation } from "../schemas/reservation.ts";
import { isCancelled } from "../statuses.ts";

const DIRECT = 2000;

const CreateBookingInput = z.object({
  property_id: PropertyId,
  arrival_date: CalendarDate,
  departure_date: CalendarDate.describe("Not a night of the stay"),
  guests: z.int().min(1).max(100),
  guest_name: z.string().trim().min(1).max(120),
  guest_email: z.email().optional(),
  guest_phone: z.string().trim().min(3).max(40).optional(),
  total_price: z
    .number()
    .nonnegative()
    .optional()
    .describe("In the property's currency; without it, Hostaway's price"),
  host_note: z.string().max(5_000).optional().describe("Internal, guests do not see it"),
  force_overbooking: z
    .boolean()
    .default(false)
    .describe("Books although nights are taken: two parties at one door. Only when a person asked for that"),
});
type CreateBookingInput = z.infer<typeof CreateBookingInput>;

const CreateBookingChange = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("create"),
    body: z.record(z.string(), z.json()),
    force_overbooking: z.boolean(),
  }),
  z.object({ kind: z.literal("cancel"), booking_id: BookingId }),
]);
type CreateBookingChange = z.infer<typeof CreateBookingChange>;

export const createBooking = defineWriteTool<HostawayClient>()({
  name: "create_booking",
  title: "Create a booking",
  access: "write",
  toolset: "operations",
  description:
    "Makes a direct booking after checking that the nights are free and the guests fit, at Hostaway's price with fees and taxes or at total_price. " +
    "Minimum stays and closed days are warned about, not enforced. Taken nights are refused. Undoing cancels it. " +
    "To look first call check_availability; to keep nights free of guests call block_dates; to change a booking call update_booking.",
  input: CreateBookingInput,
  change: CreateBookingChange,
  batch: false,
  repeatable: false,
  async plan({ client, input, now, signal }) {
    const { arrival_date, departure_date, guests, property_id } = input;
    const nights = assertBookable(input, "arrival_date", "departure_date", now);
    const [listing, days] = await Promise.all([
      client.getListing(property_id, signal, true),
      client.getCalendar(property_id, arrival_date, departure_date, signal),
    ]);
    const stay = { arrival: arrival_date, departure: departure_date, nights, guests };
    const warnings = assertStayFits(listing, days, stay, input.force_overbooking);
    const currency = requireCurrency(listing);
    const quote = await findQuote(client, input, signal);
    const price = input.total_price ?? quote?.totalPrice;
    if (price === undefined) {
      throw new AppError("upstream_rejected", "Hostaway has no price for this stay. Give `total_price`.");
    }
    const name = listing.name ?? `property ${property_id}`;
    return {
      summary: `Books ${name} for ${input.guest_name} from ${arrival_date} to ${departure_date}: ${nights} nights, ${guests} guests, ${price} ${currency}.`,
      steps: [
        {
          item: `property ${property_id}, ${arrival_date} to ${departure_date}`,
          change: {
            kind: "create" as const,
            body: toCreation(input, price, currency, quote),
            force_overbooking: input.force_overbooking,
          },
          before: null,
          after: {
            property_id,
            status: "new",
            arrival_date,
            departure_date,
            guests,
            guest_name: input.guest_name,
            total_price: price,
            currency,
          },
        },
      ],
      money: toMoney(price, currency, quote),
      warnings,
    };
  },
  async apply({ client, change, signal }): Promise<JsonObject> {
    const booking =
      change.kind === "create"
        ? await client.bookings.create(change.body, change.force_overbooking, signal)
        : await client.bookings.cancel(change.booking_id, "host", signal);
    return { booking_id: booking.id, ...toBooked(booking) };
  },
  undo: {
    reverse: ({ change, result }): CreateBookingChange | null =>
      change.kind === "create" ? { kind: "cancel", booking_id: BookingId.parse(result.booking_id) } : null,
    read: async ({ client, result, signal }) => {
      const booking = await client.bookings.get(BookingId.parse(result.booking_id), signal);
      return isCancelled(booking) ? null : toBooked(booking);
    },
  },
});

/** Absent where Hostaway gives no price and the caller does: that is no reason to refuse. */
async function findQuote(client: HostawayClient, input: CreateBookingInput, signal: AbortSignal) {
  const { arrival_date: startingDate, departure_date: endingDate, guests: numberOfGuests } = input;
  try {
    return await client.bookings.quote(
      input.property_id,
      { startingDate, endingDate, numberOfGuests },
      signal,
    );
  } catch (error) {
    if (error instanceof AppError && error.code === "upstream_rejected") return undefined;
    throw error;
  }
}

/** The lines of a quote hold only at its own price. */
function toCreation(
  {
    arrival_date,
    departure_date,
    guests,
    guest_email,
    guest_name,
    guest_phone,
    ...input
  }: CreateBookingInput,
  totalPrice: number,
  currency: string,
  quote: Quote | undefined,
): JsonObject {
  const [firstName = guest_name, ...lastNames] = guest_name.split(" ");
  return {
    channelId: DIRECT,
    listingMapId: input.property_id,
    arrivalDate: arrival_date,
    departureDate: departure_date,
    numberOfGuests: guests,
    guestName: guest_name,
    guestFirstName: firstName,
    guestLastName: lastNames.join(" "),
    totalPrice,
    currency,
    ...(guest_email !== undefined && { guestEmail: guest_email }),
    ...(guest_phone !== undefined && { phone: guest_phone }),
    ...(input.host_note !== undefined && { hostNote: input.host_note }),
    ...(quote?.totalPrice === totalPrice && { financeField: quote.components }),
  };
}

function toMoney(price: number, currency: string, quote: Quote | undefined): Money[] {
  const booked = { what: "Price of the booking", currency, before: null, after: price };
  if (quote?.totalPrice === undefined || quote.totalPrice === price) return [booked];
  return [booked, { what: "Hostaway's price, not taken", currency, before: quote.totalPrice, after: null }];
}

function toBooked(booking: Reservation): JsonObject {
  return {
    property_id: booking.listingMapId ?? null,
    status: booking.status ?? null,
    arrival_date: booking.arrivalDate ?? null,
    departure_date: booking.departureDate ?? null,
    guests: booking.numberOfGuests ?? null,
    guest_name: booking.guestName ?? null,
    total_price: booking.totalPrice ?? null,
    currency: booking.currency ?? null,
  };
}
