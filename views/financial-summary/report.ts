import * as z from "zod/mini";

const Earnings = z.object({
  currency: z.string(),
  revenue: z.number(),
  bookings: z.number(),
  nights: z.number(),
  average_nightly_rate: z.optional(z.number()),
});

/** What get_financial_summary answers, as far as it is shown. */
export const Summary = z.object({
  start_date: z.string(),
  end_date: z.string(),
  basis: z.string(),
  bookings: z.number(),
  nights: z.number(),
  bookings_without_price: z.number(),
  earnings: z.array(Earnings),
  occupancy_percent: z.optional(z.number()),
  properties: z.array(
    z.object({
      property_id: z.optional(z.number()),
      property_name: z.optional(z.string()),
      bookings: z.number(),
      nights: z.number(),
      occupancy_percent: z.optional(z.number()),
      earnings: z.array(Earnings),
    }),
  ),
  properties_omitted: z.optional(z.number()),
  note: z.optional(z.string()),
});
export type Summary = z.infer<typeof Summary>;

/** What get_revenue_by_channel answers, as far as it is shown. */
export const Channels = z.object({
  channels: z.array(z.extend(Earnings, { channel: z.string() })),
});
export type Channels = z.infer<typeof Channels>;

/** A property or a channel, in one currency. */
export interface Row {
  name: string;
  revenue: number;
  bookings: number;
  nights: number;
  rate?: number;
  occupancy?: number;
}

/** Who has earned in another currency only is not in the list of this one; who has earned nothing is, with zeros. */
export function toPropertyRows({ properties }: Summary, currency: string | undefined): Row[] {
  return properties.flatMap(
    ({ property_id, property_name, earnings, bookings, nights, occupancy_percent }) => {
      const earned = earnings.find((each) => each.currency === currency);
      if (earned === undefined && earnings.length > 0) return [];
      return {
        name: property_name ?? (property_id === undefined ? "Unknown property" : `Property ${property_id}`),
        revenue: earned?.revenue ?? 0,
        bookings: earned?.bookings ?? bookings,
        nights: earned?.nights ?? nights,
        rate: earned?.average_nightly_rate,
        occupancy: occupancy_percent,
      };
    },
  );
}

export function toChannelRows({ channels }: Channels, currency: string | undefined): Row[] {
  return channels
    .filter((channel) => channel.currency === currency)
    .map(({ channel, average_nightly_rate, ...row }) => ({
      ...row,
      name: channel,
      rate: average_nightly_rate,
    }));
}

export type Column = keyof Row;

export interface Order {
  column: Column;
  descending: boolean;
}

/** What has no value comes last, whichever way it is sorted. */
export function sortRows(rows: readonly Row[], { column, descending }: Order, locale?: string): Row[] {
  const collator = new Intl.Collator(locale, { numeric: true });
  const sign = descending ? -1 : 1;
  return rows.toSorted((one, other) => {
    const [a, b] = [one[column], other[column]];
    if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
    return sign * (typeof a === "string" ? collator.compare(a, `${b}`) : a - Number(b));
  });
}
