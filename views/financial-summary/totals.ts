import { element } from "../element.ts";
import type { Format } from "../format.ts";
import type { Summary } from "./report.ts";

/** One card for each currency, since currencies cannot be added, and one for the nights. */
export function renderTotals(summary: Summary, format: Format): HTMLElement {
  const { earnings, bookings, nights, occupancy_percent } = summary;
  const cards = earnings.map((each) =>
    renderCard(`Revenue in ${each.currency}`, format.amount(each.revenue, each.currency), [
      count(each.bookings, "booking", format),
      count(each.nights, "night", format),
      each.average_nightly_rate !== undefined &&
        `${format.amount(each.average_nightly_rate, each.currency)} per night`,
    ]),
  );
  const stays = [count(bookings, "booking", format), count(nights, "night", format)];
  cards.push(
    occupancy_percent === undefined
      ? renderCard("Booked", count(nights, "night", format), [count(bookings, "booking", format)])
      : renderCard("Occupancy", format.percent(occupancy_percent), stays),
  );
  return element("dl", { class: "totals" }, ...cards);
}

function renderCard(title: string, value: string, details: (string | false)[]): HTMLElement {
  return element(
    "div",
    {},
    element("dt", { class: "quiet" }, title),
    element("dd", { class: "total" }, value),
    element("dd", { class: "quiet" }, details.filter(Boolean).join(" · ")),
  );
}

const count = (value: number, noun: string, format: Format): string =>
  `${format.number(value)} ${value === 1 ? noun : `${noun}s`}`;
