import type { SubscriptionSchedule } from "../core/objects.ts";
import type { GivenSettings } from "./schedule-params.ts";

type DefaultSettings = SubscriptionSchedule["default_settings"];

export const noSettings: DefaultSettings = {
  application_fee_percent: null,
  automatic_tax: { disabled_reason: null, enabled: false, liability: null },
  billing_cycle_anchor: "automatic",
  billing_thresholds: null,
  collection_method: "charge_automatically",
  default_payment_method: null,
  description: null,
  invoice_settings: {
    account_tax_ids: null,
    custom_fields: null,
    days_until_due: null,
    description: null,
    footer: null,
    issuer: { type: "self" },
  },
  on_behalf_of: null,
  transfer_data: null,
};

export function toDefaultSettings(former: DefaultSettings, given: GivenSettings = {}): DefaultSettings {
  const { invoice_settings } = former;
  return {
    ...former,
    billing_cycle_anchor: given.billing_cycle_anchor ?? former.billing_cycle_anchor,
    collection_method: given.collection_method ?? former.collection_method,
    default_payment_method: given.default_payment_method ?? former.default_payment_method,
    description: given.description === undefined ? former.description : given.description,
    invoice_settings: {
      ...invoice_settings,
      days_until_due: given.invoice_settings?.days_until_due ?? invoice_settings.days_until_due,
    },
  };
}
