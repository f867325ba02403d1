import type { PortalConfiguration } from "../core/objects.ts";

type Features = PortalConfiguration["features"];

/** A configuration that allows nothing yet. */
export const noFeatures: Features = {
  customer_update: { allowed_updates: [], enabled: false },
  invoice_history: { enabled: false },
  payment_method_update: { enabled: false, payment_method_configuration: null },
  subscription_cancel: {
    cancellation_reason: {
      enabled: false,
      feedback_options: null,
      options: [
        "too_expensive",
        "missing_features",
        "switched_service",
        "unused",
        "customer_service",
        "too_complex",
        "low_quality",
        "other",
      ],
    },
    enabled: false,
    mode: "at_period_end",
    proration_behavior: "none",
  },
  subscription_pause: {
    duration: { interval_options: [{ interval: "month", interval_count: 1 }], type: "interval_options" },
    enabled: false,
  },
  subscription_update: {
    billing_cycle_anchor: "unchanged",
    default_allowed_updates: [],
    enabled: false,
    products: [],
    proration_behavior: "none",
    schedule_at_period_end: { conditions: [] },
    trial_update_behavior: "end_trial",
  },
};

/** What an account allows that has configured nothing. */
export const defaultFeatures: Features = {
  ...noFeatures,
  customer_update: { allowed_updates: ["email", "name", "address", "phone"], enabled: true },
  invoice_history: { enabled: true },
  payment_method_update: { enabled: true, payment_method_configuration: null },
  subscription_cancel: {
    ...noFeatures.subscription_cancel,
    cancellation_reason: { ...noFeatures.subscription_cancel.cancellation_reason, enabled: true },
    enabled: true,
  },
};
