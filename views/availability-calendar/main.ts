import "./style.css";
import { element } from "../element.ts";
import type { CallTool, ToolResult } from "../host.ts";
import { readAnswer } from "../read-answer.ts";
import { Session } from "../session.ts";
import { addDays, addMonths, firstDay, listDays, today, toMonth } from "./days.ts";
import { describeNight } from "./describe-night.ts";
import { renderGrid } from "./grid.ts";
import { renderLegend } from "./legend.ts";
import { Answer, isAvailability, type Night, toNights } from "./nights.ts";
import { renderStay } from "./stay.ts";

const WHOLE = "Show the whole month";

let answer: Answer | null = null;
let nights = new Map<string, Night>();
let month = "";
let selected = "";

const session = new Session({
  name: "availability-calendar",
  title: "Availability",
  take,
  render: () => answer && renderCalendar(answer),
});

function take(result: ToolResult): void {
  answer = readAnswer(result, Answer);
  nights = toNights(answer);
  selected = nights.keys().next().value ?? today();
  month = toMonth(selected);
}

function renderCalendar(shown: Answer): (Node | false)[] {
  const { format } = session;
  const { currency, property_id, property_name } = shown;
  return [
    element("h1", {}, property_name ?? `Property ${property_id}`),
    isAvailability(shown) && renderStay(shown, format),
    renderMonth(shown),
    renderGrid({
      month,
      nights,
      currency,
      selected,
      format,
      onSelect: select,
      onMonth: (step) => {
        turn(shown, step);
        select(selected);
      },
    }),
    element(
      "p",
      { class: "night", role: "status" },
      describeNight(selected, nights.get(selected), currency, format),
    ),
    renderLegend(),
  ];
}

function renderMonth(shown: Answer): HTMLElement {
  const { callTool, format } = session;
  const toTurn = (step: number, label: string, sign: string) => {
    const isAble = canShow(shown, addMonths(month, step));
    return toButton(label, sign, isAble, () => turn(shown, step));
  };
  const isWhole = listAskable(shown, month).every((date) => nights.has(date));
  return element(
    "div",
    { class: "row month" },
    toTurn(-1, "Month before", "‹"),
    element("h2", { role: "status" }, format.date(firstDay(month), { month: "long", year: "numeric" })),
    toTurn(1, "Month after", "›"),
    callTool && toButton(WHOLE, WHOLE, !isWhole, () => load(callTool, shown)),
  );
}

/** One that does nothing now can still be reached, so that the focus is not lost on it. */
function toButton(label: string, text: string, isAble: boolean, onclick: () => void): HTMLElement {
  const names = { "aria-label": label, "data-key": label, "aria-disabled": `${!isAble}` };
  return element("button", { type: "button", ...names, onclick: isAble ? onclick : undefined }, text);
}

/** The nights of a month that the same tool can tell of: check_availability knows nothing of the past. */
function listAskable(shown: Answer, wanted: string): string[] {
  return listDays(wanted).filter((date) => !isAvailability(shown) || date >= today());
}

const isKnown = (wanted: string): boolean => listDays(wanted).some((date) => nights.has(date));

function canShow(shown: Answer, wanted: string): boolean {
  return isKnown(wanted) || (session.callTool !== null && listAskable(shown, wanted).length > 0);
}

function turn(shown: Answer, step: number): void {
  const wanted = addMonths(month, step);
  if (!canShow(shown, wanted)) return;
  const days = listAskable(shown, wanted);
  month = wanted;
  selected = listDays(wanted).find((date) => nights.has(date)) ?? days[0] ?? firstDay(wanted);
  if (session.callTool && !isKnown(wanted)) load(session.callTool, shown);
  else session.refresh();
}

/** Asks the same tool for the whole month that is shown. */
function load(callTool: CallTool, shown: Answer): void {
  const isStay = isAvailability(shown);
  const days = listAskable(shown, month);
  const last = days.at(-1) ?? firstDay(month);
  const range = { start_date: days[0], end_date: isStay ? addDays(last, 1) : last };
  const tool = isStay ? "check_availability" : "get_calendar";
  void session.ask(async () => {
    const result = await callTool(tool, { ...session.args, property_id: shown.property_id, ...range });
    nights = new Map([...nights, ...toNights(readAnswer(result, Answer))]);
  });
}

/** Only reached from the keyboard or by a click in the grid, so that the focus belongs there. */
function select(date: string): void {
  selected = date;
  session.refresh();
  document.querySelector<HTMLElement>(`[data-key="${date}"]`)?.focus({ preventScroll: true });
}

await session.start();
