import type { Account } from "#sandbox/hostaway/account.ts";
import { toDate, toStamp } from "#sandbox/hostaway/dates.ts";
import { consolidatedReport } from "#sandbox/hostaway/finance/build-reports.ts";
import type { OwnerStatement } from "#sandbox/hostaway/finance/owner-statements.ts";
import { type Report, totalsOf } from "#sandbox/hostaway/finance/report.ts";
import { sumOf } from "#sandbox/hostaway/money.ts";
import type { User } from "#sandbox/hostaway/users.ts";
import { listingsOfOwner, usersOf } from "./add-users.ts";

const months = 2;
const statuses = ["new", "modified"];
const formulas = ["rentalRevenue", "pmCommission", "ownerPayout"];

/** One for each owner and each of the latest whole months, by departure. */
export function addOwnerStatements(account: Account, now: number): void {
  usersOf(account, "Owners").forEach((owner, index) => {
    for (let back = months; back >= 1; back--) addStatement(account, owner, index, back, now);
  });
}

function addStatement(
  account: Account,
  owner: User,
  ownerIndex: number,
  monthsBack: number,
  now: number,
): void {
  const listings = listingsOfOwner(account, ownerIndex);
  const [first] = listings;
  // Whoever owns nothing is sent nothing; and one statement has one currency.
  if (!first) return;
  const ids = listings.filter(({ currencyCode }) => currencyCode === first.currencyCode).map(({ id }) => id);
  const { fromDate, toDate: until } = monthBefore(now, monthsBack);
  const isCovered = (listingMapId: number | null, date: string) =>
    listingMapId !== null && ids.includes(listingMapId) && date >= fromDate && date <= until;
  const stays = account.reservations
    .all()
    .filter(({ listingMapId, departureDate }) => isCovered(listingMapId, departureDate))
    .filter(({ status }) => statuses.includes(status));
  const report = consolidatedReport(stays);
  const expenses = account.expenses
    .all()
    .flatMap(({ id, listingMapId, reservationId, expenseDate, concept, amount }) =>
      listingMapId !== null && isCovered(listingMapId, expenseDate)
        ? [{ id, listingMapId, reservationId, expenseDate, concept, amount }]
        : [],
    );
  const formulasTotal = formulas.map((name) => ({ name, amount: totalOf(report, name) }));
  const expensesTotal = sumOf(expenses.map(({ amount }) => amount));
  const name = `${owner.firstName} ${owner.lastName}`;
  const stamp = toStamp(Math.min(now, Date.parse(until) + 3 * 86_400_000));
  const statement: OwnerStatement = {
    id: account.ownerStatements.nextId(),
    accountId: Number(account.id),
    statementName: `${name}, ${fromDate.slice(0, 7)}`,
    invoiceName: `INV-${fromDate.slice(0, 7)}-${ownerIndex + 1}`,
    filterParametersJson: {
      listingMapIds: ids,
      quickDate: "custom",
      fromDate,
      toDate: until,
      dateType: "departureDate",
      statuses,
      tags: [],
      channelIds: [],
      columns: report.columns.map((column) => column.name),
      summaryDataFormulaNames: formulas,
    },
    summaryDataJson: formulasTotal.map((total) => ({ formulaName: total.name, totalValue: total.amount })),
    financeDataJson: { ...report, totals: totalsOf(report), currency: first.currencyCode ?? "USD" },
    ...manager,
    propertyOwnerName: name,
    propertyOwnerEmail: owner.email,
    propertyOwnerAddress: "12 Orchard Row",
    propertyOwnerPhone: "+1 555 010 0200",
    grandTotalJson: {
      expensesTotal,
      grandTotalAmount: sumOf([totalOf(report, "ownerPayout"), expensesTotal]),
      formulasTotal,
    },
    notes: null,
    expenses,
    accessByUsers: [owner.id],
    insertedOn: stamp,
    updatedOn: stamp,
  };
  account.ownerStatements.put(statement);
}

const manager = {
  propertyManagerName: "Elena Whitfield",
  propertyManagerEmail: "whitfield@hosts.example.com",
  propertyManagerAddress: "1 Harbour Square",
  propertyManagerPhone: "+1 555 010 0100",
};

function totalOf(report: Report, name: string): number {
  const index = report.columns.findIndex((column) => column.name === name);
  return sumOf(report.rows.map((row) => Number(row[index])));
}

function monthBefore(now: number, months: number) {
  const today = new Date(now);
  const firstOf = (back: number) => Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - back, 1);
  return { fromDate: toDate(firstOf(months)), toDate: toDate(firstOf(months - 1) - 86_400_000) };
}
