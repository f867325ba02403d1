import { Hono } from "hono";
import type { HostawayContext, HostawayEnv } from "#sandbox/hostaway/context.ts";
import { success } from "#sandbox/hostaway/envelope.ts";
import { NoQuery, readQuery } from "#sandbox/hostaway/query.ts";
import type { Reservation } from "#sandbox/hostaway/reservations/reservation.ts";
import {
  calculatedReport,
  consolidatedReport,
  type Listings,
  listingReport,
  standardReport,
} from "./build-reports.ts";
import { type Report, sorted, toCsv, totalsOf } from "./report.ts";
import { coveredBy, readReportRequest } from "./report-request.ts";
import { requireFinance } from "./require-finance.ts";

type Build = (stays: Reservation[], listings: Listings) => Report;

export const reports = new Hono<HostawayEnv>();

reports.post("/finance/report/standard", (c) => answer(c, standardReport, { json: false }));
reports.post("/finance/report/calculated", (c) => answer(c, calculatedReport, { json: false }));
reports.post("/finance/report/consolidated", (c) => answer(c, consolidatedReport, { json: true }));
reports.post("/finance/report/listingFinancials", (c) => answer(c, listingReport, { json: true }));

/** As JSON only where a report has that; elsewhere it is CSV whatever was asked for (assumed). */
async function answer(c: HostawayContext, build: Build, { json }: { json: boolean }): Promise<Response> {
  readQuery(c, NoQuery);
  requireFinance(c);
  const request = await readReportRequest(c);
  const { listings, reservations } = c.var.account;
  const stays = coveredBy(request, reservations.all());
  const report = sorted(
    build(stays, (id) => listings.find(id)),
    request,
  );
  if (request.format === "csv" || !json) return toCsv(report, request.delimiter);
  return success({ ...report, totals: totalsOf(report), currency: currencyOf(stays) });
}

/** One for the whole report, that of its first reservation: amounts are not converted (assumed). */
const currencyOf = (stays: Reservation[]) =>
  stays.find(({ currency }) => currency !== null)?.currency ?? "USD";
