import { expect, test } from "vitest";
import { z } from "zod";
import type { Caller } from "#sandbox/testing.ts";
import { bookedHouse } from "./testing.ts";

const Report = z.object({
  result: z.object({
    columns: z.array(z.object({ name: z.string(), title: z.string(), valueType: z.string() })),
    rows: z.array(z.array(z.union([z.string(), z.number()]))),
    totals: z.array(z.union([z.string(), z.number()])),
    currency: z.string(),
  }),
});

const april = { arrivalDate: "2031-04-05", departureDate: "2031-04-07" };

/** A report is asked for by a form, lists in it by repeated names. */
async function report(caller: Caller, name: string, form: [string, string][] = []) {
  return caller.form(`/finance/report/${name}`, new URLSearchParams(form));
}

async function rows(caller: Caller, form: [string, string][]) {
  const { text } = await report(caller, "consolidated", [["format", "json"], ...form]);
  return Report.parse(JSON.parse(text)).result.rows.map(([id]) => id);
}

test("a consolidated report has a row for each reservation, titled columns and totals", async () => {
  const { caller, id, book, reservation } = await bookedHouse();
  const second = await book(april);
  const { text } = await report(caller, "consolidated", [["format", "json"]]);
  const { columns, rows: all, totals, currency } = Report.parse(JSON.parse(text)).result;
  const at = (name: string) => columns.findIndex((column) => column.name === name);
  expect(all.map((row) => row[at("id")])).toEqual([String(reservation.id), String(second.id)]);
  expect(all[0]?.[at("listingName")]).toBe(`(${id}) House`);
  expect([all[0]?.[at("ownerPayout")], totals[at("ownerPayout")], totals[0], totals[1]]).toEqual([
    192,
    384,
    "Totals",
    0,
  ]);
  expect([totals.length, currency]).toEqual([columns.length, "EUR"]);
  expect(columns[at("ownerPayout")]).toEqual({
    name: "ownerPayout",
    title: "Owner payout",
    valueType: "money",
  });
});

test("a report on listings adds up what each earned", async () => {
  const { caller, id, book } = await bookedHouse();
  await book(april);
  const { id: other } = await caller.written("POST", "/listings", { name: "Barn", currencyCode: "EUR" });
  await book({ listingMapId: other });
  const { text } = await report(caller, "listingFinancials", [["format", "json"]]);
  const { columns, rows: all } = Report.parse(JSON.parse(text)).result;
  const at = columns.findIndex(({ name }) => name === "totalTax");
  expect(all.map((row) => [row[0], row[at]])).toEqual([
    [`(${id}) House`, 70],
    [`(${other}) Barn`, 35],
  ]);
});

test("reports narrow by dates of a kind, listing, channel and status, and sort", async () => {
  const { caller, id, book, reservation } = await bookedHouse();
  const second = await book({ ...april, channelId: 2018 });
  await caller.put(`/reservations/${second.id}/statuses/cancelled`, { cancelledBy: "guest" });
  const [one, two] = [String(reservation.id), String(second.id)];
  expect(
    await rows(caller, [
      ["fromDate", "2031-03-05"],
      ["toDate", "2031-03-05"],
    ]),
  ).toEqual([one]);
  const leaving: [string, string][] = [
    ["dateType", "departureDate"],
    ["fromDate", "2031-04-07"],
  ];
  expect(await rows(caller, leaving)).toEqual([two]);
  expect(
    await rows(caller, [
      ["statuses[]", "new"],
      ["statuses[]", "modified"],
    ]),
  ).toEqual([one]);
  expect(await rows(caller, [["channelIds[]", "2018"]])).toEqual([two]);
  expect(await rows(caller, [["listingMapIds[]", String(id)]])).toEqual([one, two]);
  expect(await rows(caller, [["listingMapIds[]", "1"]])).toEqual([]);
  expect(
    await rows(caller, [
      ["sortBy", "arrivalDate"],
      ["sortOrder", "desc"],
    ]),
  ).toEqual([two, one]);
});

test("reports are CSV unless JSON is asked for, and two of them always are", async () => {
  const { caller } = await bookedHouse();
  const csv = async (name: string, form: [string, string][] = []) =>
    (await report(caller, name, form)).text.split("\n");
  const [head, first] = await csv("standard", [["format", "json"]]);
  expect(head).toBe(
    '"Reservation ID","Channel","Status","Arrival","Departure","Listing","Owner","Description","Amount"',
  );
  expect(first).toContain('"2031-03-05","2031-03-08","House","Rosa Quintana"');
  const calculated = await csv("calculated", [["delimiter", "tab"]]);
  expect(calculated[0]).toContain(
    '"Owner"\t"Guest"\t"Booked"\t"Description"\t"Amount"\t"Formula"\t"Formula values"',
  );
  expect(calculated.filter((line) => line.includes("Ann Lee"))).toHaveLength(6);
  expect((await csv("consolidated"))[0]).toContain('"Owner payout"');
  expect((await csv("listingFinancials"))[0]).toContain('"Listing name"');
});

test("a report can be asked for by a multipart form", async () => {
  const { caller } = await bookedHouse();
  const form = new FormData();
  for (const status of ["cancelled", "expired"]) form.append("statuses[]", status);
  form.append("format", "json");
  const { text } = await caller.form("/finance/report/consolidated", form);
  expect(Report.parse(JSON.parse(text)).result.rows).toEqual([]);
});

test("a report that makes no sense is refused", async () => {
  const { caller } = await bookedHouse();
  for (const wrong of [
    [["fromDate", "March"]],
    [
      ["fromDate", "2031-03-05"],
      ["toDate", "2031-03-04"],
    ],
    [["dateType", "mood"]],
    [["statuses[]", "certain"]],
    [["format", "xml"]],
  ] satisfies [string, string][][]) {
    expect((await report(caller, "consolidated", wrong)).status, JSON.stringify(wrong)).toBe(400);
  }
});
