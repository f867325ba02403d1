import type { Context } from "../core/context.ts";
import { invalidRequest } from "../core/errors.ts";
import type { Meter, MeterEvent } from "../core/objects.ts";
import { requireActiveMeter } from "./find-active-meter.ts";

export interface NewMeterEvent {
  event_name: string;
  payload: Record<string, string>;
  identifier?: string;
  timestamp?: number;
}

const daySeconds = 86_400;
const oldestSeconds = 35 * daySeconds;
const futureSeconds = 300;
const maxDigits = 15;

/** Takes an event in. That its customer exists is found out later, and told to nobody here. */
export function takeMeterEvent(ctx: Context, given: NewMeterEvent): MeterEvent {
  const meter = requireActiveMeter(ctx, given.event_name);
  const named = toPayloadField(given, meter.customer_mapping.event_payload_key);
  const customer = ctx.db.customers.find(named)?.id ?? null;
  const created = ctx.now(customer);
  const timestamp = given.timestamp ?? created;
  assertInTime(timestamp, created);
  const identifier = given.identifier ?? ctx.db.newId("", 32);
  assertNew(ctx, meter, identifier);
  ctx.db.meterEvents.put({
    id: ctx.db.newId("mtrevt_"),
    meter: meter.id,
    customer,
    identifier,
    value: toValue(given, meter),
    timestamp,
    created,
    received: ctx.wall(),
    canceled: false,
  });
  const { event_name, payload } = given;
  return {
    object: "billing.meter_event",
    created,
    event_name,
    identifier,
    livemode: false,
    payload,
    timestamp,
  };
}

function toPayloadField({ payload }: NewMeterEvent, key: string): string {
  const value = payload[key];
  if (value) return value;
  throw invalidRequest(`The event payload must have the key "${key}".`, { param: "payload" });
}

function toValue(given: NewMeterEvent, meter: Meter): number {
  const { event_payload_key } = meter.value_settings;
  if (meter.default_aggregation.formula === "count" && !given.payload[event_payload_key]) return 1;
  const value = toPayloadField(given, event_payload_key);
  const param = `payload[${event_payload_key}]`;
  if (!/^-?\d+(\.\d+)?$/.test(value))
    throw invalidRequest(`The value in the event payload must be numeric. Received ${value}.`, { param });
  if (value.replaceAll(/\D/g, "").length > maxDigits)
    throw invalidRequest(
      `The value in the event payload can have at most ${maxDigits} digits. Received ${value}.`,
      { param },
    );
  return Number(value);
}

function assertInTime(timestamp: number, now: number): void {
  if (timestamp < now - oldestSeconds)
    throw invalidRequest(
      `The event timestamp cannot be more than 35 days in past. Expected a timestamp greater than or equal to ${now - oldestSeconds}.`,
      { param: "timestamp" },
    );
  if (timestamp > now + futureSeconds)
    throw invalidRequest("The event timestamp cannot be more than 5 minutes in the future.", {
      param: "timestamp",
    });
}

function assertNew(ctx: Context, meter: Meter, identifier: string): void {
  const since = ctx.wall() - daySeconds;
  const isTaken = ctx.db.meterEvents
    .by("identifier", identifier)
    .some((event) => event.meter === meter.id && event.received > since);
  if (isTaken)
    throw invalidRequest(`An event already exists with identifier ${identifier}.`, {
      param: "identifier",
    });
}
