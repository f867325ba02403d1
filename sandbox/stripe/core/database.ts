import type { Store } from "#sandbox/store.ts";
import type { Fault } from "../faults/fault.ts";
import { SearchIndex } from "../search/search-index.ts";
import { Agenda } from "./agenda.ts";
import { toId } from "./ids.ts";
import type * as objects from "./objects.ts";
import type * as records from "./records.ts";
import { Table } from "./table.ts";

/** How much of a transaction had been done. */
export type Mark = number;

/** All that one Stripe account holds. Changes are made in a transaction: all of them are kept, or none. */
export class Database {
  readonly account: string;
  readonly #store: Store;
  #undos: (() => void)[] = [];
  #writes = new Map<string, () => void>();

  readonly #byPrefix = new Map<string, { find(id: string): object | undefined }>();

  readonly charges;
  readonly checkoutSessions;
  readonly coupons;
  readonly customers;
  readonly balanceTransactions;
  readonly discounts;
  readonly events;
  readonly invoices;
  readonly invoiceItems;
  readonly invoiceLines;
  readonly invoicePayments;
  readonly meters;
  readonly meterEvents;
  readonly paymentIntents;
  readonly paymentMethods;
  readonly portalConfigurations;
  readonly portalSessions;
  readonly prices;
  readonly products;
  readonly schedules;
  readonly setupIntents;
  readonly subscriptions;
  readonly taxIds;
  readonly testClocks;
  readonly webhookEndpoints;
  // What Stripe knows and does not show.
  readonly checkoutRecords;
  readonly counters;
  readonly customerRecords;
  readonly deletedCoupons;
  readonly deletedCustomers;
  readonly deliveries;
  readonly deliveryAttempts;
  readonly eventRecords;
  readonly faults;
  readonly idempotency;
  readonly invoiceRecords;
  readonly paymentIntentRecords;
  readonly paymentMethodRecords;
  readonly previewRecords;
  readonly settings;
  readonly priceRecords;
  readonly subscriptionRecords;
  readonly tasks;
  /** What of `tasks` is next. */
  readonly agenda: Agenda;
  /** What search knows, which is less than there is. */
  readonly search;

  constructor(store: Store, account: string) {
    this.#store = store;
    this.account = account;
    this.charges = this.#table<objects.Charge>("charge", "ch_");
    this.checkoutSessions = this.#table<objects.CheckoutSession>("checkout.session", "cs_");
    this.coupons = this.#table<objects.Coupon>("coupon");
    this.customers = this.#table<objects.Customer>("customer", "cus_");
    this.balanceTransactions = this.#table<objects.CustomerBalanceTransaction>(
      "customer_balance_transaction",
      "cbtxn_",
    );
    this.discounts = this.#table<objects.Discount>("discount", "di_");
    this.events = this.#table<objects.Event>("event", "evt_");
    this.invoices = this.#table<objects.Invoice>("invoice", "in_");
    this.invoiceItems = this.#table<objects.InvoiceItem>("invoiceitem", "ii_");
    this.invoiceLines = this.#table<objects.InvoiceLine>("line item", "il_");
    this.invoicePayments = this.#table<objects.InvoicePayment>("invoice_payment", "inpay_");
    this.meters = this.#table<objects.Meter>("billing meter", "mtr_");
    this.meterEvents = this.#table<records.MeterEventRecord>("billing meter event");
    this.paymentIntents = this.#table<objects.PaymentIntent>("payment_intent", "pi_");
    this.paymentMethods = this.#table<objects.PaymentMethod>("PaymentMethod", "pm_");
    this.portalConfigurations = this.#table<objects.PortalConfiguration>(
      "billing_portal configuration",
      "bpc_",
    );
    this.portalSessions = this.#table<objects.PortalSession>("billing_portal session", "bps_");
    this.prices = this.#table<objects.Price>("price", "price_");
    this.products = this.#table<objects.Product>("product", "prod_");
    // Before subscriptions, whose ids begin alike.
    this.schedules = this.#table<objects.SubscriptionSchedule>("subscription schedule", "sub_sched_");
    this.setupIntents = this.#table<objects.SetupIntent>("setupintent", "seti_");
    this.subscriptions = this.#table<objects.Subscription>("subscription", "sub_");
    this.taxIds = this.#table<objects.TaxId>("tax_id", "txi_");
    this.testClocks = this.#table<objects.TestClock>("test clock", "clock_");
    this.webhookEndpoints = this.#table<objects.WebhookEndpoint>("webhook endpoint", "we_");
    this.checkoutRecords = this.#table<records.CheckoutRecord>("checkout record");
    this.counters = this.#table<records.Counter>("counter");
    this.customerRecords = this.#table<records.CustomerRecord>("customer record");
    this.deletedCoupons = this.#table<objects.Coupon>("deleted coupon");
    this.deletedCustomers = this.#table<objects.DeletedCustomer>("deleted customer");
    this.deliveries = this.#table<records.Delivery>("delivery");
    this.deliveryAttempts = this.#table<records.DeliveryAttempt>("delivery attempt");
    this.eventRecords = this.#table<records.EventRecord>("event record");
    this.faults = this.#table<Fault>("fault");
    this.idempotency = this.#table<records.SavedAnswer>("idempotency");
    this.invoiceRecords = this.#table<records.InvoiceRecord>("invoice record");
    this.paymentIntentRecords = this.#table<records.PaymentIntentRecord>("payment intent record");
    this.paymentMethodRecords = this.#table<records.PaymentMethodRecord>("payment method record");
    this.previewRecords = this.#table<records.PreviewRecord>("preview record");
    this.settings = this.#table<records.Setting>("setting");
    this.priceRecords = this.#table<records.PriceRecord>("price record");
    this.subscriptionRecords = this.#table<records.SubscriptionRecord>("subscription record");
    this.tasks = this.#table<records.Task>("task");
    this.agenda = new Agenda(this.tasks);
    this.search = {
      customers: new SearchIndex(this.customers),
      invoices: new SearchIndex(this.invoices),
      prices: new SearchIndex(this.prices),
      products: new SearchIndex(this.products),
      subscriptions: new SearchIndex(this.subscriptions),
    };
  }

  /** The next number of a sequence: 1, 2, 3 … */
  count(sequence: string): number {
    const count = (this.counters.find(sequence)?.count ?? 0) + 1;
    this.counters.put({ id: sequence, count });
    return count;
  }

  /** The object of this id, of whatever kind: for expansion. Products and coupons may have ids of their owner's making. */
  findObject(id: string): object | undefined {
    const table = [...this.#byPrefix].find(([prefix]) => id.startsWith(prefix))?.[1];
    return [table, this.deletedCustomers, this.products, this.coupons, this.deletedCoupons]
      .flatMap((known) => known?.find(id) ?? [])
      .at(0);
  }

  newId(prefix: string, length?: number): string {
    return toId(prefix, this.account, this.count(`id ${prefix}`), length);
  }

  /** Keeps what has been done since the last commit. */
  commit(): void {
    for (const write of this.#writes.values()) write();
    this.#forget();
  }

  rollback(): void {
    this.rollbackTo(0);
    this.#forget();
  }

  /** This moment of the transaction, to go back to. */
  mark(): Mark {
    return this.#undos.length;
  }

  /** Takes back what was done since the mark. */
  rollbackTo(mark: Mark): void {
    for (const undo of this.#undos.splice(mark).reverse()) undo();
  }

  /** `prefix` is how ids of such objects begin, where one can ask for them. */
  #table<Item extends { id: string }>(name: string, prefix?: string): Table<Item> {
    const record = (id: string, undo: () => void, write: () => void) => {
      this.#undos.push(undo);
      this.#writes.set(`${name} ${id}`, write);
    };
    const table = new Table<Item>({ store: this.#store, account: this.account, name, record });
    if (prefix) this.#byPrefix.set(prefix, table);
    return table;
  }

  #forget(): void {
    this.#undos = [];
    this.#writes.clear();
  }
}
