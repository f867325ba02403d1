import { element } from "../element.ts";
import type { Summary } from "./report.ts";

interface Range {
  start_date: string;
  end_date: string;
}

/** Asks for another period. No form: a sandboxed page may not send one. */
export function renderPeriod({ start_date, end_date }: Summary, onWish: (range: Range) => void): HTMLElement {
  const from = element("input", { type: "date", value: start_date, "data-key": "from" });
  const to = element("input", { type: "date", value: end_date, "data-key": "to" });
  const onclick = () => onWish({ start_date: from.value, end_date: to.value });
  return element(
    "div",
    { class: "row period-choice", role: "group", "aria-label": "Period" },
    element("label", {}, "From ", from),
    element("label", {}, "to ", to),
    element("button", { type: "button", "data-key": "show", onclick }, "Show"),
  );
}
