import { element } from "../element.ts";
import type { Format } from "../format.ts";
import type { Row } from "./report.ts";

const MAX_BARS = 8;

/** The rows that earned most, as bars on one scale. */
export function renderBars(rows: readonly Row[], currency: string, format: Format): HTMLElement {
  const highest = rows.toSorted((a, b) => b.revenue - a.revenue).filter(({ revenue }) => revenue > 0);
  const most = highest[0]?.revenue ?? 0;
  const bars = highest.slice(0, MAX_BARS).map(({ name, revenue }) => {
    const bar = element("span", { class: "bar" });
    bar.style.inlineSize = `${(revenue / most) * 100}%`;
    return element(
      "li",
      {},
      element("span", { class: "name", title: name }, name),
      element("span", { class: "track", "aria-hidden": "true" }, bar),
      element("span", { class: "amount" }, format.amount(revenue, currency)),
    );
  });
  if (bars.length === 0) return element("p", { class: "quiet" }, "Nothing was earned in this period.");
  return element("ol", { class: "bars" }, ...bars);
}
