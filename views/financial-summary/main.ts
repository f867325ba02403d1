import "./style.css";
import { element } from "../element.ts";
import type { CallTool, ToolResult } from "../host.ts";
import { readAnswer } from "../read-answer.ts";
import { Session } from "../session.ts";
import { renderBars } from "./bars.ts";
import { renderPeriod } from "./period.ts";
import { Channels, type Order, Summary, toChannelRows, toPropertyRows } from "./report.ts";
import { renderTable } from "./table.ts";
import { renderTotals } from "./totals.ts";

let summary: Summary | null = null;
let channels: Channels | null = null;
let currency: string | undefined;
let order: Order = { column: "revenue", descending: true };

const session = new Session({
  name: "financial-summary",
  title: "Financial summary",
  take,
  render: () => summary && renderSummary(summary),
});

function take(result: ToolResult): void {
  summary = readAnswer(result, Summary);
  channels = null;
  const currencies = summary.earnings.map((each) => each.currency);
  if (currency === undefined || !currencies.includes(currency)) currency = currencies[0];
}

function renderSummary(shown: Summary): (Node | false)[] {
  const { format, callTool } = session;
  const { start_date, end_date, basis } = shown;
  const rows = channels ? toChannelRows(channels, currency) : toPropertyRows(shown, currency);
  const label = channels ? "Revenue by channel" : "Revenue by property";
  return [
    element(
      "div",
      { class: "row" },
      element("h1", {}, "Financial summary"),
      callTool && renderPeriod(shown, (range) => askFor(callTool, range)),
    ),
    element(
      "p",
      { class: "quiet" },
      element("strong", { class: "period" }, format.period(start_date, end_date)),
      ` · ${basis}`,
    ),
    renderTotals(shown, format),
    element("div", { class: "row" }, element("h2", {}, label), ...renderChoices(shown)),
    currency !== undefined && renderBars(rows, currency, format),
    rows.length > 0 && renderTable({ label, rows, currency, order, format, onSort: sort }),
    ...listRemarks(shown).map((remark) => element("p", { class: "quiet" }, remark)),
  ];
}

function listRemarks({ bookings_without_price, properties_omitted, note }: Summary): string[] {
  const { format } = session;
  return [
    properties_omitted && `${format.number(properties_omitted)} more properties are not listed.`,
    bookings_without_price > 0 &&
      `Bookings without a price, in no revenue: ${format.number(bookings_without_price)}.`,
    note,
  ].filter((remark) => typeof remark === "string");
}

function renderChoices({ earnings }: Summary): HTMLElement[] {
  const { callTool } = session;
  const sources = callTool
    ? [
        toButton("Properties", channels === null, showProperties),
        toButton("Channels", channels !== null, () => showChannels(callTool)),
      ]
    : [];
  const currencies = earnings.map(({ currency: name }) =>
    toButton(name, name === currency, () => {
      currency = name;
      session.refresh();
    }),
  );
  return [sources, currencies]
    .filter((buttons) => buttons.length > 1)
    .map((buttons) => element("div", { class: "choices", role: "group" }, ...buttons));
}

function toButton(name: string, isPressed: boolean, onclick: () => void): HTMLElement {
  return element(
    "button",
    { type: "button", "aria-pressed": `${isPressed}`, "data-key": name, onclick },
    name,
  );
}

function sort(wish: Order): void {
  order = wish;
  session.refresh();
}

function askFor(callTool: CallTool, range: { start_date: string; end_date: string }): void {
  void session.ask(async () => {
    const args = { ...session.args, ...range };
    take(await callTool("get_financial_summary", args));
    session.args = args;
  });
}

function showProperties(): void {
  channels = null;
  session.refresh();
}

function showChannels(callTool: CallTool): void {
  void session.ask(async () => {
    channels = readAnswer(await callTool("get_revenue_by_channel", session.args), Channels);
    if (order.column === "occupancy") order = { column: "revenue", descending: true };
  });
}

await session.start();
