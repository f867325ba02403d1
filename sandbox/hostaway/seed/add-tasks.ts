import type { Account } from "#sandbox/hostaway/account.ts";
import { addDays, toDate, toStamp } from "#sandbox/hostaway/dates.ts";
import { Task } from "#sandbox/hostaway/operations/task.ts";
import type { Reservation } from "#sandbox/hostaway/reservations/reservation.ts";
import { blocksCalendar } from "#sandbox/hostaway/reservations/statuses.ts";
import { usersOf } from "./add-users.ts";
import { at, type Random } from "./random.ts";

/** Title, status, days from today until it must be done, cost and category. */
const repairs: readonly (readonly [string, Task["status"], number, number | null, number])[] = [
  ["Shower drains slowly", "inProgress", 0, null, 2],
  ["Replace the smoke detector battery", "pending", -3, null, 2],
  ["Wifi drops in the back bedroom", "confirmed", 1, null, 2],
  ["Repair the dripping kitchen tap", "completed", -6, 85, 2],
  ["Service the air conditioning", "pending", 12, 140, 2],
  ["Bathroom heating stays cold", "pending", -1, null, 2],
  ["Renew the licence plate by the door", "cancelled", -10, null, 5],
  ["Photograph the new terrace", "pending", 20, null, 6],
];

/** A cleaning after each departure of these days at the first listings, and what is broken here and there. */
export function addTasks(account: Account, random: Random, now: number): void {
  const today = toDate(now);
  const [first, last] = [addDays(today, -5), addDays(today, 10)];
  const listings = account.listings.all().slice(0, 16);
  const departing = account.reservations
    .all()
    .filter(({ listingMapId }) => listings.some(({ id }) => id === listingMapId))
    .filter(({ status, nights }) => blocksCalendar(status) && nights > 0)
    .filter(({ departureDate }) => departureDate >= first && departureDate <= last)
    .sort((a, b) => a.departureDate.localeCompare(b.departureDate) || a.id - b.id);
  for (const reservation of departing) addCleaning(account, random, reservation, now);
  repairs.forEach((repair, index) => {
    addRepair(account, at(listings, index * 2).id, repair, now);
  });
}

function addCleaning(account: Account, random: Random, stay: Reservation, now: number): void {
  const today = toDate(now);
  const isPast = stay.departureDate < today;
  const cleaner = random.pick(usersOf(account, "Cleaning crew"));
  const isForgotten = isPast && random.chance(0.15);
  const status =
    isPast && !isForgotten ? "completed" : stay.departureDate === today ? "confirmed" : "pending";
  put(account, now, {
    title: `Clean ${stay.listingName}`,
    listingMapId: stay.listingMapId,
    channelId: stay.channelId,
    reservationId: stay.id,
    assigneeUserId: random.chance(0.8) ? cleaner.id : null,
    canBePickedByGroupId: cleaner.userGroupId,
    canStartFrom: `${stay.departureDate} ${String(stay.checkOutTime ?? 11)}:00:00`,
    canStartFromEvent: "departure",
    canStartFromEventDelta: 0,
    shouldEndBy: `${stay.departureDate} 15:00:00`,
    status,
    completedAt: status === "completed" ? `${stay.departureDate} 13:40:00` : null,
    checklistItems: [{ title: "Linen" }, { title: "Kitchen" }, { title: "Bathroom" }],
    categoriesMap: [1],
  });
}

function addRepair(
  account: Account,
  listingMapId: number,
  [title, status, days, cost, category]: (typeof repairs)[number],
  now: number,
): void {
  const dueOn = addDays(toDate(now), days);
  const currency = account.listings.find(listingMapId)?.currencyCode ?? null;
  put(account, now, {
    title,
    listingMapId,
    assigneeUserId: usersOf(account, category === 2 ? "Maintenance" : "Managers")[0]?.id ?? null,
    canStartFrom: `${addDays(dueOn, -2)} 09:00:00`,
    shouldEndBy: `${dueOn} 18:00:00`,
    status,
    completedAt: status === "completed" ? `${dueOn} 16:20:00` : null,
    priority: days <= 0 ? 1 : 3,
    cost,
    costCurrency: cost === null ? null : currency,
    categoriesMap: [category],
  });
}

function put(account: Account, now: number, task: Partial<Task>): void {
  const stamp = toStamp(now - 6 * 86_400_000);
  const row = {
    id: account.tasks.nextId(),
    accountId: Number(account.id),
    insertedOn: stamp,
    updatedOn: stamp,
  };
  account.tasks.put(Task.parse({ ...row, ...task }));
}
