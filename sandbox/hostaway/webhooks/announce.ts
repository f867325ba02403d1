import type { Account } from "#sandbox/hostaway/account.ts";
import type { Message } from "#sandbox/hostaway/conversations/conversation.ts";
import type { Reservation } from "#sandbox/hostaway/reservations/reservation.ts";
import type { World } from "#sandbox/world.ts";
import type { Delivery } from "./webhook.ts";

const heldBackMs = 30_000;

export function announceReservation(
  world: World,
  account: Account,
  event: "reservation.created" | "reservation.updated",
  reservation: Reservation,
): void {
  announce(world, account, { object: "reservation", event, data: reservation });
}

export function announceMessage(world: World, account: Account, message: Message): void {
  announce(world, account, { object: "conversationMessage", event: "message.received", data: message });
}

interface News extends Pick<Delivery, "object" | "event"> {
  data: Reservation | Message;
}

/** Puts the news into the outbox, once for each webhook of the account, or as often as the settings say. */
function announce(world: World, account: Account, { object, event, data }: News): void {
  const { settings: allSettings, outbox } = world.hostaway;
  const settings = allSettings.of(account.id);
  if (!settings.webhooks) return;
  const accountId = Number(account.id);
  const body = settings.webhookNested
    ? { object, event, accountId, payload: { data } }
    : { object, event, accountId, data };
  for (const { id: webhookId } of account.webhooks.all().filter(({ isEnabled }) => isEnabled)) {
    const delivery = {
      account: account.id,
      webhookId,
      object,
      event,
      failures: 0,
      body: JSON.stringify(body),
      objectId: data.id,
      listingMapId: data.listingMapId,
    };
    const isOvertaken = settings.webhookDisorder && !hasWaiting(world, account.id, webhookId);
    const dueAt = world.clock.now() + settings.webhookDelayMs + (isOvertaken ? heldBackMs : 0);
    for (let copy = 0; copy <= settings.webhookDuplicates; copy++) outbox.add({ ...delivery, dueAt });
  }
}

/** In disorder, news that finds nothing waiting is held back, so that the next overtakes it. */
const hasWaiting = ({ hostaway }: World, account: string, webhookId: number) =>
  hostaway.outbox.of(account).some((delivery) => delivery.webhookId === webhookId);
