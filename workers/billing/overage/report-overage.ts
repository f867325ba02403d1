import Stripe from "stripe";
import { type Env, getConfig } from "#env.ts";
import { AppError } from "#errors.ts";
import type { OrgId } from "#ids.ts";
import { getNow } from "#lib/get-now.ts";
import type { OverageReport } from "#organization/overage/overage-table.ts";
import { createStripe } from "../create-stripe.ts";
import { getAccount } from "../get-account.ts";
import { METER_EVENT } from "../setup/put-meter.ts";

const DAY_MS = 24 * 60 * 60 * 1_000;
/** Stripe takes nothing that is older than 35 days. */
const OLDEST_MS = 34 * DAY_MS;

/**
 * Adds an organization's calls beyond its quota to Stripe's meter. The identifier is the report's own, so that Stripe
 * takes a report once, however often it arrives.
 */
export async function reportOverage(env: Env, id: OrgId, report: OverageReport): Promise<void> {
  const { period, upTo, calls, at } = report;
  const { customerId } = await getAccount({ env, id });
  if (getConfig(env).stripe === null) throw new AppError("billing_off");
  if (customerId === null) throw new Error("An organization that Stripe does not know has overage to pay.");
  const now = await getNow(env);
  const timestamp = Math.floor(Math.min(now, Math.max(at, now - OLDEST_MS)) / 1_000);
  const event = {
    event_name: METER_EVENT,
    identifier: `${id}:${period}:${upTo}`,
    timestamp,
    payload: { stripe_customer_id: customerId, value: String(calls) },
  };
  try {
    await createStripe(env).billing.meterEvents.create(event);
  } catch (error) {
    if (!isKnown(error)) throw error;
  }
}

/** It had arrived before, and only the answer was lost. */
const isKnown = (error: unknown) =>
  error instanceof Stripe.errors.StripeInvalidRequestError && error.param === "identifier";
