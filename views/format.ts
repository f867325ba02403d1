/** How numbers and dates are written where the host's user lives. */
export class Format {
  readonly locale: string | undefined;

  constructor(locale?: string) {
    this.locale = toKnownLocale(locale);
  }

  number(value: number): string {
    return new Intl.NumberFormat(this.locale).format(value);
  }

  percent(value: number): string {
    return new Intl.NumberFormat(this.locale, { style: "percent", maximumFractionDigits: 1 }).format(
      value / 100,
    );
  }

  money(amount: number, currency: string | undefined): string {
    return this.#money(amount, currency, { trailingZeroDisplay: "stripIfInteger" });
  }

  /** Where the currency is named beside it: "$", whichever dollar it is. */
  amount(amount: number, currency: string | undefined): string {
    return this.#money(amount, currency, {
      trailingZeroDisplay: "stripIfInteger",
      currencyDisplay: "narrowSymbol",
    });
  }

  /** The same for narrow places: no cents, and thousands in short from ten thousand on. */
  shortAmount(amount: number, currency: string | undefined): string {
    const isLong = Math.abs(amount) >= 10_000;
    const digits = { minimumFractionDigits: 0, maximumFractionDigits: isLong ? 1 : 0 };
    const notation = isLong ? "compact" : "standard";
    return this.#money(amount, currency, { ...digits, notation, currencyDisplay: "narrowSymbol" });
  }

  /** `date` is a calendar day, which no time zone may move. */
  date(date: string, options: Intl.DateTimeFormatOptions): string {
    return this.#dates(options).format(toInstant(date));
  }

  period(start: string, end: string): string {
    const options = { day: "numeric", month: "short", year: "numeric" } as const;
    return this.#dates(options).formatRange(toInstant(start), toInstant(end));
  }

  #dates(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
    return new Intl.DateTimeFormat(this.locale, { timeZone: "UTC", ...options });
  }

  #money(amount: number, currency: string | undefined, options: Intl.NumberFormatOptions): string {
    const isCode = currency !== undefined && /^[A-Z]{3}$/.test(currency);
    const style = isCode ? ({ style: "currency", currency } as const) : {};
    return new Intl.NumberFormat(this.locale, { ...style, ...options }).format(amount);
  }
}

const toInstant = (date: string): Date => new Date(`${date}T00:00:00Z`);

function toKnownLocale(locale: string | undefined): string | undefined {
  try {
    return Intl.getCanonicalLocales(locale)[0];
  } catch {
    return undefined;
  }
}
