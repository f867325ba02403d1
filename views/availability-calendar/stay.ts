import { element } from "../element.ts";
import type { Format } from "../format.ts";
import { addDays } from "./days.ts";
import type { Availability } from "./nights.ts";

/** Whether the stay that was asked for can be booked, and if not, why. */
export function renderStay(availability: Availability, format: Format): HTMLElement {
  const { available, reasons, nights, nightly, total_price, currency, note } = availability;
  const arrival = nightly[0]?.date;
  const facts = [
    arrival !== undefined && format.period(arrival, addDays(arrival, nights)),
    `${format.number(nights)} ${nights === 1 ? "night" : "nights"}`,
    total_price !== undefined && `${format.money(total_price, currency)} without fees and taxes`,
  ];
  return element(
    "div",
    { class: "stay-asked" },
    element(
      "p",
      {},
      element("strong", { class: available ? "yes" : "alarm" }, available ? "Available" : "Not available"),
      ` · ${facts.filter(Boolean).join(" · ")}`,
    ),
    reasons.length > 0 && element("ul", {}, ...reasons.map((reason) => element("li", {}, reason))),
    note !== undefined && element("p", { class: "quiet" }, note),
  );
}
