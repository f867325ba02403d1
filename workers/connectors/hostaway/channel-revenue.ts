import { toChannel } from "./channels.ts";
import { type Basis, type Period, toShare } from "./financial-summary.ts";
import { roundMoney } from "./money.ts";
import type { ListingRow } from "./schemas/listing.ts";
import type { ReservationRow } from "./schemas/reservation.ts";
import { isConfirmed } from "./statuses.ts";

interface Sums {
  bookings: number;
  nights: number;
  revenue: number;
  commission: number;
  withCommission: number;
}

/** A row for each channel and currency, the largest revenue of each currency first. Only confirmed bookings count. */
export function sumByChannel(
  reservations: readonly ReservationRow[],
  listings: readonly ListingRow[],
  basis: Basis,
  period: Period,
) {
  const currencies = new Map(listings.map(({ id, currencyCode }) => [id, currencyCode]));
  const sums = new Map<string, Map<string, Sums>>();
  let withoutPrice = 0;
  for (const row of reservations) {
    const share = isConfirmed(row) ? toShare(row, basis, period) : undefined;
    if (!share) continue;
    const currency = row.currency ?? currencies.get(row.listingMapId ?? 0);
    if (row.totalPrice === undefined || currency === undefined) {
      withoutPrice++;
      continue;
    }
    const channels = sums.get(currency) ?? new Map<string, Sums>();
    sums.set(currency, channels);
    const channel = toChannel(row) ?? "unknown";
    const sum = channels.get(channel) ?? {
      bookings: 0,
      nights: 0,
      revenue: 0,
      commission: 0,
      withCommission: 0,
    };
    channels.set(channel, sum);
    sum.bookings++;
    sum.nights += share.nights;
    sum.revenue += row.totalPrice * share.part;
    sum.commission += (row.channelCommissionAmount ?? 0) * share.part;
    if (row.channelCommissionAmount !== undefined) sum.withCommission++;
  }
  const rows = [...sums].flatMap(([currency, channels]) => toRows(currency, channels));
  return { rows, withoutPrice };
}

function toRows(currency: string, channels: ReadonlyMap<string, Sums>) {
  const all = [...channels.values()].reduce((total, { revenue }) => total + revenue, 0);
  return [...channels]
    .toSorted(([, a], [, b]) => b.revenue - a.revenue)
    .map(([channel, { bookings, nights, revenue, commission, withCommission }]) => ({
      channel,
      currency,
      bookings,
      nights,
      revenue: roundMoney(revenue),
      share_percent: all > 0 ? Math.round((revenue / all) * 1_000) / 10 : undefined,
      average_nightly_rate: nights > 0 ? roundMoney(revenue / nights) : undefined,
      average_nights: Math.round((nights / bookings) * 10) / 10,
      commission: withCommission > 0 ? roundMoney(commission) : undefined,
      bookings_with_commission: withCommission,
    }));
}
