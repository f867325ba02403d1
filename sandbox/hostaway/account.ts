import { z } from "zod";
import { Collection } from "#sandbox/collection.ts";
import type { Store } from "#sandbox/store.ts";
import { CalendarOverrides } from "./calendar/overrides.ts";
import { Conversation, Message } from "./conversations/conversation.ts";
import { MessageTemplate } from "./conversations/message-templates.ts";
import { Charge } from "./finance/charges.ts";
import { Expense, ExpenseCategory } from "./finance/expenses.ts";
import { OwnerStatement } from "./finance/owner-statements.ts";
import { Agreement } from "./listings/agreements.ts";
import { FeeSetting } from "./listings/fee-settings.ts";
import { Listing, ListingUnits } from "./listings/listing.ts";
import { PriceSettings } from "./listings/price-settings.ts";
import { SeasonalInterval, SeasonalRule } from "./listings/seasonal-rules.ts";
import { TaxSetting } from "./listings/taxes.ts";
import { CancellationPolicy } from "./operations/cancellation-policies.ts";
import { Coupon } from "./operations/coupons.ts";
import { CustomField } from "./operations/custom-fields.ts";
import { ReservationCoupon } from "./operations/reservation-coupons.ts";
import { Review } from "./operations/reviews.ts";
import { Task } from "./operations/task.ts";
import { Reservation } from "./reservations/reservation.ts";
import { User, UserGroup } from "./users.ts";
import { Webhook, WebhookHealth, WebhookLog } from "./webhooks/webhook.ts";

export const Credentials = z.object({
  accountId: z.string(),
  clientSecret: z.string(),
  secretVersion: z.int(),
});
export type Credentials = z.infer<typeof Credentials>;

export type Account = ReturnType<typeof openAccount>;

/** One Hostaway account with all it owns, loaded into memory. Ids start alike in every account, so that they collide. */
export function openAccount(store: Store, accountId: string) {
  const rows = <Row extends { id: number }>(kind: string, schema: z.ZodType<Row>, firstId = 1) =>
    new Collection(store, kind, accountId, schema, firstId);
  return {
    id: accountId,
    listings: rows("listing", Listing, 40_160),
    units: rows("units", ListingUnits),
    overrides: rows("overrides", CalendarOverrides),
    agreements: rows("agreement", Agreement),
    priceSettings: rows("priceSettings", PriceSettings),
    feeSettings: rows("feeSetting", FeeSetting, 3001),
    taxSettings: rows("taxSetting", TaxSetting, 401),
    seasonalRules: rows("seasonalRule", SeasonalRule, 501),
    seasonalIntervals: rows("seasonalInterval", SeasonalInterval),
    reservations: rows("reservation", Reservation, 5_100_001),
    conversations: rows("conversation", Conversation, 8_200_001),
    messages: rows("message", Message, 90_000_001),
    messageTemplates: rows("messageTemplate", MessageTemplate, 601),
    users: rows("user", User),
    userGroups: rows("userGroup", UserGroup),
    tasks: rows("task", Task, 700_001),
    reviews: rows("review", Review, 800_001),
    coupons: rows("coupon", Coupon, 901),
    reservationCoupons: rows("reservationCoupon", ReservationCoupon, 9001),
    customFields: rows("customField", CustomField),
    cancellationPolicies: rows("cancellationPolicy", CancellationPolicy, 101),
    expenses: rows("expense", Expense, 1_200_001),
    expenseCategories: rows("expenseCategory", ExpenseCategory),
    ownerStatements: rows("ownerStatement", OwnerStatement, 1301),
    charges: rows("charge", Charge, 1_400_001),
    webhooks: rows("webhook", Webhook, 1501),
    webhookHealth: rows("webhookHealth", WebhookHealth),
    webhookLogs: rows("webhookLog", WebhookLog),
  };
}
