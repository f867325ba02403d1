import type { Account } from "#sandbox/hostaway/account.ts";
import { toMessage } from "#sandbox/hostaway/conversations/add-message.ts";
import type { Message } from "#sandbox/hostaway/conversations/conversation.ts";
import { openConversation } from "#sandbox/hostaway/conversations/open-conversation.ts";
import { toDate } from "#sandbox/hostaway/dates.ts";
import type { Reservation } from "#sandbox/hostaway/reservations/reservation.ts";
import type { Random } from "./random.ts";
import { threads } from "./threads.ts";

const hour = 3_600_000;

interface Invention {
  account: Account;
  random: Random;
  reservation: Reservation;
  city: string;
  now: number;
}

/** Guest and host writing by turns, beginning after the booking. Some guests are still waiting for an answer. */
export function inventConversation({ account, random, reservation, city, now }: Invention): void {
  const thread = random.pick(threadsFor(reservation));
  const isWaiting = reservation.departureDate >= toDate(now) && random.chance(0.4);
  const lines = isWaiting ? thread.slice(0, random.pick([1, 3])) : thread;
  const lastAt = isWaiting
    ? now - random.integer(hour / 4, 30 * hour)
    : quietMoment(random, reservation, now);
  const conversation = openConversation(account, reservation);
  const communicationType = reservation.channelId === 2000 ? "email" : "channel";
  const messages = lines.map((line, turn) =>
    account.messages.put(
      toMessage({
        id: account.messages.nextId(),
        conversation,
        body: fillIn(line, reservation, city),
        communicationType,
        isIncoming: turn % 2 === 0 ? 1 : 0,
        at: lastAt - (lines.length - 1 - turn) * random.integer(hour / 6, hour / 2),
      }),
    ),
  );
  account.conversations.put({
    ...conversation,
    type: `host-guest-${communicationType}`,
    hasUnreadMessages: isWaiting ? 1 : 0,
    messageReceivedOn: latestOf(messages, 1),
    messageSentOn: latestOf(messages, 0),
  });
}

export function fillIn(line: string, { guestFirstName, listingName }: Reservation, city: string): string {
  return line
    .replaceAll("{guest}", guestFirstName ?? "there")
    .replaceAll("{listing}", listingName)
    .replaceAll("{city}", city);
}

function threadsFor({ guestLocale }: Reservation) {
  const language = guestLocale?.slice(0, 2) ?? "en";
  return isWritten(language) ? threads[language] : threads.en;
}

const isWritten = (language: string): language is keyof typeof threads => language in threads;

/** Some time between the booking and now. */
function quietMoment(random: Random, { reservationDate }: Reservation, now: number): number {
  const booked = Date.parse(`${reservationDate.replace(" ", "T")}Z`);
  return booked + random.next() * (now - booked);
}

const latestOf = (messages: Message[], isIncoming: 0 | 1) =>
  messages.findLast((message) => message.isIncoming === isIncoming)?.date ?? null;
