import { element } from "../element.ts";
import type { Format } from "../format.ts";
import { addDays, firstDay, listDays, toMonth, toWeekday } from "./days.ts";
import { describeNight } from "./describe-night.ts";
import { getFirstWeekday } from "./first-weekday.ts";
import { type Night, stateNames, toState } from "./nights.ts";

const WEEKS = 6;
const A_MONDAY = "2024-01-01";

interface Grid {
  month: string;
  nights: ReadonlyMap<string, Night>;
  currency: string | undefined;
  selected: string;
  format: Format;
  onSelect(date: string): void;
  onMonth(step: number): void;
}

/** A month, always six weeks high, so that nothing moves from one month to the next. One day is in the order of tabs. */
export function renderGrid(grid: Grid): HTMLElement {
  const { month, format } = grid;
  const first = getFirstWeekday(format.locale);
  const offset = (toWeekday(firstDay(month)) - first + 7) % 7;
  const start = addDays(firstDay(month), -offset);
  const weekdays = Array.from({ length: 7 }, (_, index) => {
    const day = addDays(A_MONDAY, first - 1 + index);
    const abbr = format.date(day, { weekday: "long" });
    return element("th", { scope: "col", abbr }, format.date(day, { weekday: "short" }));
  });
  const weeks = Array.from({ length: WEEKS }, (_, week) => {
    const days = Array.from({ length: 7 }, (_, day) => addDays(start, week * 7 + day));
    return element("tr", {}, ...days.map((date) => renderDay(grid, date)));
  });
  const label = format.date(firstDay(month), { month: "long", year: "numeric" });
  return element(
    "table",
    { role: "grid", "aria-label": label, onkeydown: (event: KeyboardEvent) => moveBy(grid, event) },
    element("thead", {}, element("tr", {}, ...weekdays)),
    element("tbody", {}, ...weeks),
  );
}

function renderDay({ month, nights, currency, selected, format, onSelect }: Grid, date: string): HTMLElement {
  if (toMonth(date) !== month) return element("td", {});
  const night = nights.get(date);
  const state = toState(night);
  const isSelected = date === selected;
  const what =
    state === "free" && night?.price !== undefined
      ? format.shortAmount(night.price, currency)
      : stateNames[state];
  const button = element(
    "button",
    {
      type: "button",
      class: state,
      tabindex: isSelected ? 0 : -1,
      "aria-label": describeNight(date, night, currency, format),
      "data-key": date,
      onclick: () => onSelect(date),
    },
    element(
      "span",
      { class: "top" },
      element("span", { class: "day" }, format.date(date, { day: "numeric" })),
      night?.min_stay !== undefined &&
        night.min_stay > 1 &&
        element("span", { class: "stay" }, `≥${format.number(night.min_stay)}`),
    ),
    element("span", { class: "what" }, night === undefined ? "" : what),
  );
  return element("td", { "aria-selected": `${isSelected}` }, button);
}

const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

function moveBy({ month, selected, onSelect, onMonth }: Grid, event: KeyboardEvent): void {
  const days = listDays(month);
  const step = steps[event.key];
  if (event.key === "PageUp" || event.key === "PageDown") onMonth(event.key === "PageUp" ? -1 : 1);
  else if (event.key === "Home") onSelect(days[0] ?? selected);
  else if (event.key === "End") onSelect(days.at(-1) ?? selected);
  else if (step !== undefined && days.includes(addDays(selected, step))) onSelect(addDays(selected, step));
  else if (step === undefined) return;
  event.preventDefault();
}
