import type { Account } from "#sandbox/hostaway/account.ts";
import { addDays, toDate, toStamp } from "#sandbox/hostaway/dates.ts";
import type { Listing } from "#sandbox/hostaway/listings/listing.ts";
import type { BookingDetails } from "#sandbox/hostaway/reservations/book.ts";
import type { Reservation } from "#sandbox/hostaway/reservations/reservation.ts";
import type { ReservationStatus } from "#sandbox/hostaway/reservations/statuses.ts";
import { inventMoney } from "./invent-money.ts";
import { inventPerson } from "./people.ts";
import type { Stay } from "./plan-stays.ts";
import type { Random } from "./random.ts";

const day = 86_400_000;
const usualChannels = [2018, 2018, 2018, 2005, 2005, 2002, 2000, 2000, 2013];
const cancellers = ["guest", "host"] as const;

/** A reservation still without its id: ids are given in the order of booking. */
export interface Draft {
  listing: Listing;
  bookedAt: number;
  details: BookingDetails;
}

interface Invention {
  account: Account;
  random: Random;
  listing: Listing;
  stay: Stay;
  now: number;
  status?: ReservationStatus;
  channelId?: number;
}

export function inventReservation({ account, random, listing, stay, now, ...given }: Invention): Draft {
  const status = given.status ?? inventStatus(random, stay);
  const channelId = status === "ownerStay" ? 2000 : (given.channelId ?? random.pick(usualChannels));
  const arrivalDate = addDays(toDate(now), stay.from);
  const departureDate = addDays(toDate(now), stay.to);
  const lead = random.integer(1, 75) * day + random.integer(0, day);
  const bookedAt = Math.min(Date.parse(arrivalDate) - lead, now - random.integer(2 * 60_000, 20 * day));
  const updatedAt = bookedAt + random.next() * (now - bookedAt) * 0.9;
  const isDead = status === "cancelled";
  return {
    listing,
    bookedAt,
    details: {
      arrivalDate,
      departureDate,
      status,
      channelId,
      ...(status === "ownerStay" ? ownerOf(listing) : guest(account, random, listing)),
      ...inventMoney({ random, listing, nights: stay.to - stay.from, channelId, status }),
      ...operations(random, channelId),
      cancellationDate: isDead ? toStamp(updatedAt) : null,
      cancelledBy: isDead ? random.pick(cancellers) : null,
      latestActivityOn: toStamp(updatedAt),
      updatedOn: toStamp(updatedAt),
    },
  };
}

function inventStatus(random: Random, stay: Stay): ReservationStatus {
  const isAhead = stay.from > 0;
  const roll = random.next();
  if (roll < 0.09) return "cancelled";
  if (roll < 0.15) return "ownerStay";
  if (roll < 0.28) return "modified";
  if (isAhead && roll < 0.31) return "pending";
  if (isAhead && roll < 0.34) return "awaitingPayment";
  return "new";
}

const ownerOf = ({ contactName, contactSurName }: Listing) => ({
  guestName: `${contactName ?? "Owner"} ${contactSurName ?? ""}`.trim(),
  hostNote: "Owner's own stay.",
});

function guest(account: Account, random: Random, listing: Listing) {
  const { firstName, lastName, email, phone, country, city, locale } = inventPerson(random);
  const guests = random.integer(1, listing.personCapacity ?? 2);
  const children = guests > 2 && random.chance(0.4) ? random.integer(1, guests - 1) : null;
  const hash = random.digits(24);
  return {
    guestName: `${firstName} ${lastName}`,
    guestFirstName: firstName,
    guestLastName: lastName,
    guestEmail: email,
    phone,
    guestCountry: country,
    guestCity: city,
    guestLocale: locale,
    numberOfGuests: guests,
    adults: guests - (children ?? 0),
    children,
    pets: random.chance(0.1) ? 1 : null,
    guestAuthHash: hash,
    guestPortalUrl: `https://guests.example.com/${account.id}/${hash}`,
    hostProxyEmail: `${random.digits(8)}@proxy.example.com`,
    guestNote: random.chance(0.15) ? "We celebrate an anniversary; a quiet room would be lovely." : null,
  };
}

function operations(random: Random, channelId: number): Partial<Reservation> {
  return {
    doorCode: random.digits(6),
    doorCodeVendor: "sandbox-locks",
    doorCodeInstruction: "Enter the code, then press the key sign.",
    isStarred: random.chance(0.05) ? 1 : 0,
    isInstantBooked: random.chance(0.7) ? 1 : 0,
    confirmationCode: channelId === 2018 ? `HM${random.digits(8)}` : null,
    ...(channelId === 2005 && {
      bookingcomSpecialRequests: "Two twin beds, high floor.",
      bookingcomSmokingPreference: "Non-Smoking",
      bookingcomIsGeniusMember: random.chance(0.5) ? 1 : 0,
    }),
    customFieldValues: [{ customFieldId: 2, value: random.pick(["Leisure", "Business", "Family"]) }],
    cancellationPolicy: "moderate",
    cancellationPolicyDetails: {
      name: "Moderate",
      channelId,
      channelSpecificCode: null,
      longTerm: 0,
      cancellationPolicyItem: [
        {
          refundAmount: 100,
          refundType: "percentage",
          refundField: "totalPrice",
          timeDelta: -5 * 86_400,
          event: "arrival",
        },
      ],
    },
  };
}
