import type { Format } from "#format.ts";

interface Synced {
  listings: number;
  quantity: number | null;
  changed: boolean;
  proration: number | null;
  billedFrom: string | null;
  message: string;
}

/** What came of a count of the listings, in words. */
export function describeSync(before: number | null, synced: Synced, { day, money }: Format): string {
  const { billedFrom, changed, listings, message, proration, quantity } = synced;
  if (changed) {
    const cents = proration ?? 0;
    const sum = `${cents < 0 ? "−" : "+"}${money(Math.abs(cents), "usd", true)} prorated`;
    return `Listing count updated: ${before ?? 0} → ${listings} (${sum})`;
  }
  if (billedFrom !== null && quantity !== listings) {
    return `${listings} active listings. Today's one change is made already, so ${quantity} are billed until ${day(billedFrom)}.`;
  }
  return message;
}
