import type { Rooms } from "../rooms.ts";
import type { DeliveryRow, OutgoingRow } from "./outgoing-table.ts";
import { type Attempt, sendSigned } from "./send-signed.ts";

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** How long after each failure the next attempt comes: over three days. */
const RETRIES_MS = [
  5 * SECOND_MS,
  5 * MINUTE_MS,
  30 * MINUTE_MS,
  2 * HOUR_MS,
  5 * HOUR_MS,
  10 * HOUR_MS,
  14 * HOUR_MS,
  20 * HOUR_MS,
  20 * HOUR_MS,
];
/** Longer than the longest wait: after such a silence a failure is the first of others. */
const QUIET_MS = 24 * HOUR_MS;
const DISABLED_AFTER_MS = 5 * 24 * HOUR_MS;

/** Sends a delivery and writes down what became of it. */
export async function attemptDelivery(rooms: Rooms, delivery: DeliveryRow): Promise<void> {
  const { events, outgoing, ports } = rooms;
  const webhook = outgoing.find(delivery.webhook);
  const event = events.get(delivery.event);
  if (webhook === undefined || event === undefined || !webhook.enabled) {
    outgoing.updateDelivery(delivery.id, { nextAttemptAt: null, error: "The webhook is switched off." });
    return;
  }
  if (outgoing.isPausedByPlan(webhook.id)) {
    outgoing.updateDelivery(delivery.id, { nextAttemptAt: null, error: "The plan pauses this webhook." });
    return;
  }
  const attemptedAt = Math.floor(ports.clock.now());
  const attempt = await sendSigned(rooms, webhook, event);
  const { [delivery.attempts]: wait } = RETRIES_MS;
  const lastAttemptAt = outgoing.findLastAttempt(webhook.id);
  const isOver = attempt.error === null || wait === undefined;
  outgoing.updateDelivery(delivery.id, {
    ...attempt,
    attemptedAt,
    attempts: delivery.attempts + 1,
    nextAttemptAt: isOver ? null : attemptedAt + wait,
    durationMs: Math.max(0, Math.round(ports.clock.now() - attemptedAt)),
  });
  const wasQuiet = lastAttemptAt === null || attemptedAt - lastAttemptAt > QUIET_MS;
  noteHealth(rooms, webhook, attempt, { at: attemptedAt, wasQuiet });
}

/** What has failed for days is switched off, and owners and admins hear of it. */
function noteHealth(
  { events, outgoing }: Rooms,
  webhook: OutgoingRow,
  { error }: Attempt,
  { at, wasQuiet }: { at: number; wasQuiet: boolean },
): void {
  const { id, url } = webhook;
  // Others may have been sent meanwhile.
  const { enabled, failingSince } = outgoing.find(id) ?? { enabled: false, failingSince: null };
  if (error === null) {
    if (failingSince !== null) outgoing.update(id, { failingSince: null });
    return;
  }
  if (failingSince === null || wasQuiet) outgoing.update(id, { failingSince: at });
  else if (enabled && at - failingSince >= DISABLED_AFTER_MS) {
    outgoing.update(id, { enabled: false, disabledAt: at });
    events.note({
      key: `webhook.disabled/${id}/${at}`,
      type: "webhook.disabled",
      data: { host: new URL(url).host },
      at,
    });
  }
}
