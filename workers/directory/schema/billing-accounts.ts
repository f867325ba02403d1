import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { OrgId } from "#ids.ts";
import { organizations } from "./organizations.ts";

/** A change of the subscription that is under way: what the history will tell of it. */
export interface BillingOperation {
  id: string;
  name: string;
  actor: string;
  reason?: string;
  feedback?: string;
}

/** What billing knows of an organization. What comes from Stripe is written whole by one sync, never piece by piece. */
export const billingAccounts = sqliteTable(
  "billing_accounts",
  {
    organizationId: text("organization_id")
      .$type<OrgId>()
      .primaryKey()
      .references(() => organizations.id),
    /** What the organization is entitled to now. */
    plan: text("plan").notNull(),
    status: text("status", {
      enum: ["trialing", "free", "active", "past_due", "suspended", "archived"],
    }).notNull(),
    trialEndsAt: integer("trial_ends_at"),
    /** Why it ended before its time; null: it did not. */
    trialEndReason: text("trial_end_reason", { enum: ["account_had_trial"] }),
    /** The next moment at which time alone changes something here: a trial's end, a notice, an archive's end. */
    dueAt: integer("due_at"),

    // As the last sync read it from Stripe.
    customerId: text("customer_id").unique(),
    subscriptionId: text("subscription_id").unique(),
    subscriptionStatus: text("subscription_status"),
    interval: text("interval", { enum: ["month", "year"] }),
    baseItemId: text("base_item_id"),
    listingItemId: text("listing_item_id"),
    overageItemId: text("overage_item_id"),
    /** Listings that are paid for. */
    quantity: integer("quantity"),
    periodStart: integer("period_start"),
    periodEnd: integer("period_end"),
    cancelAt: integer("cancel_at"),
    canceledAt: integer("canceled_at"),
    endedAt: integer("ended_at"),
    scheduleId: text("schedule_id"),
    nextPlan: text("next_plan"),
    nextInterval: text("next_interval", { enum: ["month", "year"] }),
    nextAt: integer("next_at"),
    /** Since when the present failure to pay lasts. */
    pastDueSince: integer("past_due_since"),
    /** The open invoice that stands in the way, and where it can be paid. */
    openInvoiceId: text("open_invoice_id"),
    openInvoiceUrl: text("open_invoice_url"),
    /** Monthly recurring revenue in cents, for the operator. */
    mrr: integer("mrr").notNull().default(0),
    /** Each sync takes the next ticket before it reads; one that comes back after a later one writes nothing. */
    ticket: integer("ticket").notNull().default(0),
    syncedTicket: integer("synced_ticket").notNull().default(0),
    syncedAt: integer("synced_at"),

    /** What the last subscription that ended was for. */
    formerPlan: text("former_plan"),
    /** Since when it is read only, because payment failed for good. */
    archivedAt: integer("archived_at"),
    /** After the end of a subscription: until when everything it had is kept and can be exported. */
    keptUntil: integer("kept_until"),

    // Listings, as they were counted last.
    listings: integer("listings"),
    listingsCountedAt: integer("listings_counted_at"),
    nextListingSyncAt: integer("next_listing_sync_at"),
    /** Why the last attempt to count and bill them failed: an error code; null: it did not. */
    listingSyncError: text("listing_sync_error"),

    // What the organization has chosen.
    overage: text("overage", { enum: ["refuse", "bill"] })
      .notNull()
      .default("refuse"),
    alertThresholds: text("alert_thresholds", { mode: "json" })
      .$type<number[]>()
      .notNull()
      .default(sql`'[80,90,100]'`),
    billingEmail: text("billing_email"),
    billingAddress: text("billing_address", { mode: "json" }).$type<Record<string, string | null>>(),
    taxId: text("tax_id", { mode: "json" }).$type<{ type: string; value: string }>(),
    invoiceEmails: integer("invoice_emails", { mode: "boolean" }).notNull().default(true),
    usageAlerts: integer("usage_alerts", { mode: "boolean" }).notNull().default(true),
    webhookNotifications: integer("webhook_notifications", { mode: "boolean" }).notNull().default(true),

    /** What the object obeys. The version grows in the statement that writes it. */
    entitlement: text("entitlement", { mode: "json" }).$type<Record<string, unknown>>(),
    entitlementVersion: integer("entitlement_version").notNull().default(1),

    /** One change of the subscription at a time: which, and until when it may hold the place. */
    operation: text("operation", { mode: "json" }).$type<BillingOperation>(),
    operationUntil: integer("operation_until"),
    createdAt: integer("created_at").notNull(),
  },
  (table) => [
    index("billing_accounts_due").on(table.dueAt),
    index("billing_accounts_synced").on(table.syncedAt),
    index("billing_accounts_listing_sync").on(table.nextListingSyncAt),
  ],
);
