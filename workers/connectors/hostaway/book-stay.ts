import { AppError } from "#errors.ts";
import { findObstacles, type PlannedStay } from "./availability.ts";
import type { CalendarDay } from "./schemas/calendar.ts";
import type { ListingRow } from "./schemas/listing.ts";

/** Refuses a stay that cannot be. What only speaks against it is said in the warnings that come back. */
export function assertStayFits(
  listing: ListingRow,
  days: readonly CalendarDay[],
  stay: PlannedStay,
  forceOverbooking: boolean,
): string[] {
  const obstacles = findObstacles(listing, days, stay);
  const impossible = obstacles.filter(({ kind }) => kind === "archived" || kind === "capacity");
  if (impossible.length > 0) throw new AppError("invalid_request", toText(impossible));
  const taken = obstacles.filter(({ kind }) => kind === "taken");
  if (taken.length > 0 && !forceOverbooking) {
    throw new AppError(
      "conflict",
      `${toText(taken)} Call check_availability for the nights that are free. Only \`force_overbooking\` books over others.`,
    );
  }
  return obstacles.map(({ kind, sentence }) => (kind === "taken" ? `Overbooking: ${sentence}` : sentence));
}

const toText = (obstacles: { sentence: string }[]) => obstacles.map(({ sentence }) => sentence).join(" ");

export function requireCurrency({ id, currencyCode }: ListingRow): string {
  if (currencyCode !== undefined) return currencyCode;
  throw new AppError("invalid_request", `Property ${id} has no currency yet. Set it in Hostaway first.`);
}
