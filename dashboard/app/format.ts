import { useRouteLoaderData } from "@remix-run/react";
import { useOrganizationOrNull } from "./organization.ts";
import type { loader } from "./root.tsx";

export interface Preferences {
  locale: string;
  timeZone: string;
}

const defaults: Preferences = { locale: "en-US", timeZone: "UTC" };

const steps = [
  [60, "second"],
  [60, "minute"],
  [24, "hour"],
  [30, "day"],
  [12, "month"],
  [Number.POSITIVE_INFINITY, "year"],
] as const;

/** Money in cents, moments in milliseconds since the epoch; all of it as the reader's language and time zone have it. */
export function createFormat({ locale, timeZone }: Preferences) {
  const toDate = (options: Intl.DateTimeFormatOptions) => (at: number) =>
    new Intl.DateTimeFormat(locale, { timeZone, ...options }).format(at);

  return {
    number: (value: number) => new Intl.NumberFormat(locale).format(value),
    /** `noun` in the singular, such as call. */
    count: (value: number, noun: string) =>
      `${new Intl.NumberFormat(locale).format(value)} ${noun}${value === 1 ? "" : "s"}`,
    compact: (value: number) =>
      new Intl.NumberFormat(locale, { notation: "compact", maximumFractionDigits: 1 }).format(value),
    percent: (value: number) =>
      new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 }).format(value / 100),
    /** Whole amounts go without their zeros where `short` is asked for. */
    money: (cents: number, currency = "usd", short = false) =>
      new Intl.NumberFormat(locale, {
        style: "currency",
        currency,
        ...(short && cents % 100 === 0 && { minimumFractionDigits: 0 }),
      }).format(cents / 100),
    date: toDate({ dateStyle: "medium" }),
    dateTime: toDate({ dateStyle: "medium", timeStyle: "short" }),
    exact: toDate({ dateStyle: "full", timeStyle: "long" }),
    /** A calendar day such as 2027-03-10, which is no moment and has no zone. */
    day: (day: string) =>
      new Intl.DateTimeFormat(locale, { timeZone: "UTC", day: "numeric", month: "short" }).format(
        Date.parse(day),
      ),
    relative: (at: number, now: number) => {
      let amount = Math.round((at - now) / 1_000);
      if (Math.abs(amount) < 30) return amount > 0 ? "in a moment" : "just now";
      for (const [size, unit] of steps) {
        if (Math.abs(amount) < size)
          return new Intl.RelativeTimeFormat("en", { numeric: "auto" }).format(amount, unit);
        amount = Math.round(amount / size);
      }
      return "";
    },
  };
}

export type Format = ReturnType<typeof createFormat>;

/** How numbers, money and times are written for whoever looks at this page: as the organization wants it, or else the browser. */
export function useFormat(): Format {
  const preferences = useRouteLoaderData<typeof loader>("root")?.preferences ?? defaults;
  const locale = useOrganizationOrNull()?.organization.locale ?? preferences.locale;
  return createFormat({ ...preferences, locale });
}
