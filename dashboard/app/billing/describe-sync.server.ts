import { createFormat } from "#format.ts";
import { readPreferences } from "#preferences.server.ts";

interface Synced {
  listings: number;
  quantity: number | null;
  changed: boolean;
  proration: number | null;
  billedFrom: string | null;
  message: string;
}

/** What came of a count of the listings, in words. */
export function describeSync(request: Request, before: number | null, synced: Synced): string {
  const { billedFrom, changed, listings, message, proration, quantity } = synced;
  const { day, money } = createFormat(readPreferences(request));
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
