import type { UpstreamFetch } from "#connectors/define-connector.ts";
import type { JsonObject } from "#connectors/define-write-tool.ts";
import { type Charge, parseChargePage } from "../schemas/charge.ts";
import type { Page } from "../schemas/envelope.ts";
import { type Expense, parseExpenseAnswer, parseExpensePage } from "../schemas/expense.ts";
import {
  type CalculatedField,
  parseCalculatedFieldsAnswer,
  parseStandardFieldsAnswer,
  type StandardFields,
} from "../schemas/finance-fields.ts";
import { type FinanceReport, parseFinanceReportAnswer } from "../schemas/finance-report.ts";
import {
  type OwnerStatement,
  parseOwnerStatementAnswer,
  parseStatementNames,
  type StatementName,
} from "../schemas/owner-statement.ts";
import { noBooking, noExpense, noStatement, STAY_SECONDS, withFinance, withNotFound } from "./reading.ts";

export interface ReportRequest {
  fromDate: string;
  toDate: string;
  dateType: "arrivalDate" | "departureDate" | "reservationDate";
  statuses: readonly string[];
  listingMapIds: readonly number[];
}

export interface ChargeQuery {
  limit: number;
  offset?: number;
  reservationId?: number;
  listingMapId?: number;
}

/** What Hostaway's finance reporting knows, and money that is not part of a booking. */
export class FinanceCalls {
  readonly #fetch: UpstreamFetch;

  constructor(fetch: UpstreamFetch) {
    this.#fetch = fetch;
  }

  /** As it is now. */
  async getExpense(id: number, signal?: AbortSignal): Promise<Expense> {
    const answer = this.#fetch(`/expenses/${id}`, { fresh: true, signal });
    return parseExpenseAnswer(await withNotFound(answer, noExpense(id)));
  }

  async createExpense(body: JsonObject, signal?: AbortSignal): Promise<Expense> {
    return parseExpenseAnswer(await this.#fetch("/expenses", { method: "POST", body, signal }));
  }

  async deleteExpense(id: number, signal?: AbortSignal): Promise<void> {
    await withNotFound(this.#fetch(`/expenses/${id}`, { method: "DELETE", signal }), noExpense(id));
  }

  /** Adds amounts up whatever their currency is, so ask for properties of one currency. */
  async getReport(
    kind: "consolidated" | "listingFinancials",
    request: ReportRequest,
    signal?: AbortSignal,
  ): Promise<FinanceReport> {
    const form = { ...request, format: "json" };
    const answer = this.#fetch(`/finance/report/${kind}`, { method: "POST", form, readsOnly: true, signal });
    return parseFinanceReportAnswer(await withFinance(answer));
  }

  async getStandardFields(bookingId: number, signal?: AbortSignal): Promise<StandardFields> {
    const path = `/financeStandardField/reservation/${bookingId}`;
    const answer = this.#fetch(path, { cacheSeconds: STAY_SECONDS, signal });
    return parseStandardFieldsAnswer(await withNotFound(withFinance(answer), noBooking(bookingId)));
  }

  async getCalculatedFields(bookingId: number, signal?: AbortSignal): Promise<CalculatedField[]> {
    const path = `/financeCalculatedField/reservation/${bookingId}`;
    const answer = this.#fetch(path, { cacheSeconds: STAY_SECONDS, signal });
    return parseCalculatedFieldsAnswer(await withNotFound(withFinance(answer), noBooking(bookingId))).rows;
  }

  /** Not paged. */
  async getStatementNames(signal?: AbortSignal): Promise<StatementName[]> {
    const answer = this.#fetch("/ownerStatements", { cacheSeconds: STAY_SECONDS, signal });
    return parseStatementNames(await withFinance(answer)).rows;
  }

  async getOwnerStatement(id: number, signal?: AbortSignal): Promise<OwnerStatement> {
    const answer = this.#fetch(`/ownerStatement/${id}`, { cacheSeconds: STAY_SECONDS, signal });
    return parseOwnerStatementAnswer(await withNotFound(withFinance(answer), noStatement(id)));
  }

  async getExpenses(query: { limit: number; offset?: number }, signal?: AbortSignal): Promise<Page<Expense>> {
    return parseExpensePage(await this.#fetch("/expenses", { query, cacheSeconds: STAY_SECONDS, signal }));
  }

  async getCharges(query: ChargeQuery, signal?: AbortSignal): Promise<Page<Charge>> {
    const request = { query: { ...query }, cacheSeconds: STAY_SECONDS, signal };
    return parseChargePage(await this.#fetch("/guestPayments/charges", request));
  }
}
