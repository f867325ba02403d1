import { AppError } from "#errors.ts";
import { type DeliveryId, type EventId, newId, type WebhookId } from "#ids.ts";
import type { By } from "../audit/audit-entry.ts";
import type { Rooms } from "../rooms.ts";
import { attemptDelivery } from "./attempt-delivery.ts";
import { showDelivery } from "./list-deliveries.ts";
import type { ShownDelivery } from "./shown-outgoing-webhook.ts";

/** Sends an event that says nothing, and answers with what became of it. */
export function testOutgoingWebhook(rooms: Rooms, by: By, id: WebhookId): Promise<ShownDelivery> {
  return deliverNow(rooms, by, { webhook: id, action: "webhooks/test" }, (at) => {
    const event = rooms.events.note({
      key: `webhook.test/${newId("evt")}`,
      type: "webhook.test",
      data: {},
      at,
    });
    if (event === null) throw new Error("A new id was there already.");
    return event;
  });
}

/** The same event once more, under its own id: a receiver that had it knows it. */
export function redeliver(rooms: Rooms, by: By, id: WebhookId, delivery: DeliveryId): Promise<ShownDelivery> {
  const former = rooms.outgoing.findDelivery(delivery);
  if (former === undefined || former.webhook !== id) {
    throw new AppError("not_found", `This webhook has no delivery ${delivery}.`);
  }
  return deliverNow(rooms, by, { webhook: id, action: "webhooks/redeliver" }, () => former.event);
}

async function deliverNow(
  rooms: Rooms,
  by: By,
  { webhook, action }: { webhook: WebhookId; action: string },
  toEvent: (at: number) => EventId,
): Promise<ShownDelivery> {
  const { entitlement, events, journal, outgoing, ports } = rooms;
  if (!outgoing.get(webhook).enabled) {
    throw new AppError("conflict", "This webhook is switched off. Switch it on first.");
  }
  if (outgoing.isPausedByPlan(webhook)) {
    throw new AppError(
      "plan_limit_reached",
      "The plan allows fewer outgoing webhooks, and this one is paused.",
      {
        limit: entitlement.webhookEndpoints,
        used: outgoing.list().length,
      },
    );
  }
  const at = ports.clock.now();
  const entry = { at, ...by, surface: "internal", action, target: webhook } as const;
  const id = newId("dlv");
  journal.recordWith({ ...entry, result: "ok", billable: false, durationMs: 0 }, () =>
    events.deliver({ id, event: toEvent(at), webhook, at, isHeld: true }),
  );
  const row = outgoing.findDelivery(id);
  if (row !== undefined) await attemptDelivery(rooms, row);
  const sent = outgoing.findDelivery(id);
  if (sent === undefined) throw new AppError("not_found", "The webhook was deleted meanwhile.");
  return showDelivery(rooms, sent);
}
