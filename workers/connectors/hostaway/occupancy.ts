import { toChannel } from "./channels.ts";
import { addDays, earliest } from "./dates.ts";
import { countNights, type Period, toShare } from "./financial-summary.ts";
import { roundMoney } from "./money.ts";
import { isArchived, type ListingRow } from "./schemas/listing.ts";
import type { ReservationRow } from "./schemas/reservation.ts";
import { isConfirmed } from "./statuses.ts";

export type GroupBy = "property" | "channel" | "month";

interface Figures {
  label: string;
  propertyId?: number;
  /** Of all properties, and of those priced in each currency. */
  available: number;
  availableIn: Map<string, number>;
  stays: Set<number>;
  nights: number;
  ownerNights: number;
  withoutPrice: Set<number>;
  earned: Map<string, { revenue: number; nights: number }>;
}

type Home = { id: number | undefined; name?: string; currency?: string };

/** By stay night. Confirmed bookings count, and the nights of owners apart from them. */
export function reportOccupancy(
  reservations: readonly ReservationRow[],
  listings: readonly ListingRow[],
  period: Period,
  groupBy: GroupBy,
): { total: Figures; groups: Figures[] } {
  const stays = reservations.filter((row) => isConfirmed(row) || row.status === "ownerStay");
  const homes = findHomes(
    stays.filter((row) => toShare(row, "stay_night", period)),
    listings,
  );
  const slices = groupBy === "month" ? toMonths(period) : [period];
  const total = newFigures("total", period, homes);
  const groups = new Map<string, Figures>();
  if (groupBy === "property") {
    for (const home of homes) groups.set(String(home.id), newFigures(home.name ?? "", period, [home]));
  }
  if (groupBy === "month") {
    for (const slice of slices) groups.set(toMonth(slice), newFigures(toMonth(slice), slice, homes));
  }
  for (const row of stays) {
    const currency = row.currency ?? homes.find(({ id }) => id === row.listingMapId)?.currency;
    for (const slice of slices) {
      const share = toShare(row, "stay_night", slice);
      if (!share) continue;
      const key = {
        property: String(row.listingMapId),
        channel: toChannel(row) ?? "unknown",
        month: toMonth(slice),
      };
      // Owners book through no channel.
      const isInGroup = groupBy !== "channel" || isConfirmed(row);
      const group = groups.get(key[groupBy]) ?? newFigures(key[groupBy], period, homes);
      if (isInGroup) groups.set(key[groupBy], group);
      for (const figures of isInGroup ? [group, total] : [total]) add(figures, row, share, currency);
    }
  }
  return { total, groups: [...groups.values()].toSorted(groupBy === "month" ? byLabel : byNights) };
}

/** Every property that is not archived, and those that had stays all the same. */
function findHomes(stays: readonly ReservationRow[], listings: readonly ListingRow[]): Home[] {
  const used = new Map(stays.map(({ listingMapId, listingName }) => [listingMapId, listingName]));
  const known = listings
    .filter((listing) => !isArchived(listing) || used.has(listing.id))
    .map(({ id, name, currencyCode }) => ({ id, name, currency: currencyCode }));
  const ids = new Set<number | undefined>(known.map(({ id }) => id));
  return [...known, ...[...used].filter(([id]) => !ids.has(id)).map(([id, name]) => ({ id, name }))];
}

function newFigures(label: string, period: Period, homes: readonly Home[]): Figures {
  const each = countNights(period);
  const availableIn = new Map<string, number>();
  for (const { currency } of homes) {
    if (currency !== undefined) availableIn.set(currency, (availableIn.get(currency) ?? 0) + each);
  }
  return {
    label,
    propertyId: homes.length === 1 ? homes[0]?.id : undefined,
    available: each * homes.length,
    availableIn,
    stays: new Set(),
    nights: 0,
    ownerNights: 0,
    withoutPrice: new Set(),
    earned: new Map(),
  };
}

function add(
  figures: Figures,
  row: ReservationRow,
  { nights, part }: { nights: number; part: number },
  currency: string | undefined,
): void {
  if (!isConfirmed(row)) {
    figures.ownerNights += nights;
    return;
  }
  figures.stays.add(row.id);
  figures.nights += nights;
  if (row.totalPrice === undefined || currency === undefined) {
    figures.withoutPrice.add(row.id);
    return;
  }
  const earned = figures.earned.get(currency) ?? { revenue: 0, nights: 0 };
  earned.revenue += row.totalPrice * part;
  earned.nights += nights;
  figures.earned.set(currency, earned);
}

export const toOccupancyRow = (figures: Figures) => ({
  stays: figures.stays.size,
  nights: figures.nights,
  owner_nights: figures.ownerNights || undefined,
  nights_in_all: figures.available,
  occupancy_percent: figures.available > 0 ? toPercent(figures.nights / figures.available) : undefined,
  stays_without_price: figures.withoutPrice.size || undefined,
  earnings: [...figures.earned].map(([currency, { revenue, nights }]) => {
    const available = figures.availableIn.get(currency) ?? 0;
    return {
      currency,
      revenue: roundMoney(revenue),
      adr: nights > 0 ? roundMoney(revenue / nights) : undefined,
      revpar: available > 0 ? roundMoney(revenue / available) : undefined,
    };
  }),
});

const toPercent = (share: number): number => Math.round(share * 1_000) / 10;

const toMonth = ({ start }: Period): string => start.slice(0, 7);

/** The parts of the period that lie in one month each. */
function toMonths({ start, end }: Period): Period[] {
  const months: Period[] = [];
  for (let from = start; from <= end; ) {
    const [year = 0, month = 0] = from.split("-").map(Number);
    const last = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
    const to = earliest(last, end) ?? end;
    months.push({ start: from, end: to });
    from = addDays(to, 1);
  }
  return months;
}

const byLabel = (a: Figures, b: Figures): number => (a.label < b.label ? -1 : 1);
const byNights = (a: Figures, b: Figures): number => b.nights - a.nights || byLabel(a, b);
