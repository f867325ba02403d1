import {
  dayAfter,
  inAnyOrder,
  isAsleep,
  isStay,
  pick,
  pickAll,
  TODAY,
  TOMORROW,
  todayAt,
} from "./calculate.ts";
import type { Question } from "./question.ts";
import type { Reservation, StoredData } from "./stored-data.ts";

const toMovement = (kind: "arrival" | "departure") => (stay: Reservation) => ({
  kind,
  date: kind === "arrival" ? stay.arrivalDate : stay.departureDate,
  booking_id: stay.id,
  guest_name: stay.guestName,
  status: stay.status,
});

/** The movements of the days for which `isWanted`, and how many there are. */
function movementsOn({ reservations }: StoredData, isWanted: (date: string, listingId: number) => boolean) {
  const stays = reservations.filter(isStay);
  const arriving = stays.filter((stay) => isWanted(stay.arrivalDate, stay.listingMapId));
  const leaving = stays.filter((stay) => isWanted(stay.departureDate, stay.listingMapId));
  const rows = [...leaving.map(toMovement("departure")), ...arriving.map(toMovement("arrival"))];
  return {
    arrivals: arriving.length,
    departures: leaving.length,
    movements: inAnyOrder(rows, "kind", "booking_id"),
  };
}

/** Departures on a day and in a house where somebody else arrives. */
const turnoversOn = ({ reservations }: StoredData, from: string, to: string): Reservation[] =>
  pickAll(
    reservations.filter(isStay),
    (leaving) =>
      leaving.departureDate >= from &&
      leaving.departureDate <= to &&
      reservations.some(
        (next) =>
          isStay(next) &&
          next.id !== leaving.id &&
          next.listingMapId === leaving.listingMapId &&
          next.arrivalDate === leaving.departureDate,
      ),
  );

const toGuests = (stays: readonly Reservation[]) => ({
  total: stays.length,
  guests: inAnyOrder(
    stays.map(({ guestName, id, status }) => ({ id, guest_name: guestName, status })),
    "id",
  ),
});

const dueDateOf = ({ shouldEndBy }: { shouldEndBy: string | null }) => shouldEndBy ?? "9999";
const isOpen = ({ status }: { status: string }) => ["pending", "confirmed", "inProgress"].includes(status);
const findTask = ({ tasks }: StoredData, start: string) =>
  pick(tasks, ({ title }) => title.startsWith(start));
const ownerStayOf = ({ reservations }: StoredData) =>
  pick(reservations, ({ arrivalDate, status }) => status === "ownerStay" && arrivalDate < TODAY);
const nightlessStayOf = ({ reservations }: StoredData) =>
  pick(reservations, ({ nights, status }) => nights === 0 && status === "new");

const samuelOf = ({ users }: StoredData) => pick(users, ({ firstName }) => firstName === "Samuel").id;

/** The next due first. */
const byDueDate = (tasks: StoredData["tasks"]) =>
  tasks
    .toSorted((a, b) => (dueDateOf(a) === dueDateOf(b) ? a.id - b.id : dueDateOf(a) < dueDateOf(b) ? -1 : 1))
    .map(({ id, status, title }) => ({ id, status, title }));

export const operations: readonly Question[] = [
  {
    question: "Who checks in and out today, by the clock of each house?",
    tool: "get_arrivals_departures",
    not: ["get_bookings", "get_in_house_guests"],
    args: {},
    answer: (stored) => movementsOn(stored, (date, listingId) => date === todayAt(stored, listingId)),
  },
  {
    question: "Who comes and goes tomorrow?",
    tool: "get_arrivals_departures",
    args: { from_date: TOMORROW },
    answer: (stored) => movementsOn(stored, (date) => date === TOMORROW),
  },
  {
    question: "Where does one guest leave and another come on the same day, today and tomorrow?",
    tool: "get_arrivals_departures",
    args: { from_date: TODAY, to_date: TOMORROW, limit: 100 },
    answer: (stored) => {
      const turnovers = turnoversOn(stored, TODAY, TOMORROW);
      return {
        turnovers: new Set(turnovers.map((stay) => `${stay.listingMapId} ${stay.departureDate}`)).size,
      };
    },
  },
  {
    question: "Could this guest check out late, or does somebody arrive that day?",
    tool: "get_arrivals_departures",
    args: (stored) => {
      const [stay] = turnoversOn(stored, TODAY, dayAfter(TODAY, 14));
      return { property_id: stay?.listingMapId, from_date: stay?.departureDate };
    },
    answer: (stored) => {
      const [stay] = turnoversOn(stored, TODAY, dayAfter(TODAY, 14));
      const isThere = (date: string, listingId: number) =>
        date === stay?.departureDate && listingId === stay.listingMapId;
      return { ...movementsOn(stored, isThere), turnovers: 1 };
    },
  },
  {
    question: "Who sleeps in our houses tonight?",
    tool: "get_in_house_guests",
    not: ["get_arrivals_departures", "get_bookings"],
    args: { limit: 100 },
    answer: (stored) =>
      toGuests(
        pickAll(
          stored.reservations,
          (stay) => isStay(stay) && isAsleep(stay, todayAt(stored, stay.listingMapId)),
        ),
      ),
  },
  {
    question: "Was the owner there that night?",
    tool: "get_in_house_guests",
    args: (stored) => {
      const { arrivalDate, listingMapId } = ownerStayOf(stored);
      return { date: arrivalDate, property_id: listingMapId };
    },
    answer: (stored) => toGuests([ownerStayOf(stored)]),
  },
  {
    question: "Does a booking that comes and goes on one day sleep here?",
    tool: "get_in_house_guests",
    args: (stored) => {
      const { arrivalDate, listingMapId } = nightlessStayOf(stored);
      return { date: arrivalDate, property_id: listingMapId };
    },
    answer: (stored) => {
      const { arrivalDate, listingMapId } = nightlessStayOf(stored);
      const others = stored.reservations.filter(
        (stay) => isStay(stay) && stay.listingMapId === listingMapId && isAsleep(stay, arrivalDate),
      );
      return toGuests(others);
    },
  },
  {
    question: "Which cleanings are still open, the next one first?",
    tool: "list_tasks",
    not: ["get_task"],
    args: { category: "cleaning", limit: 100 },
    answer: ({ tasks }) => {
      const open = pickAll(tasks, (task) => isOpen(task) && task.categoriesMap.includes(1));
      return { total: open.length, tasks: byDueDate(open) };
    },
  },
  {
    question: "Which work is overdue?",
    tool: "list_tasks",
    args: { status: "overdue", limit: 100 },
    answer: ({ tasks }) => {
      const late = pickAll(tasks, (task) => isOpen(task) && dueDateOf(task) < "2027-03-11 03:00:00");
      return { total: late.length, tasks: byDueDate(late) };
    },
  },
  {
    question: "What is on Samuel's list this week?",
    tool: "list_tasks",
    not: ["list_users"],
    args: (stored) => ({
      assignee_user_id: samuelOf(stored),
      due_from: TODAY,
      due_to: dayAfter(TODAY, 7),
    }),
    answer: (stored) => {
      const until = `${dayAfter(TODAY, 7)} 23:59:59`;
      const own = stored.tasks.filter(
        (task) =>
          isOpen(task) &&
          task.assigneeUserId === samuelOf(stored) &&
          dueDateOf(task) >= TODAY &&
          dueDateOf(task) <= until,
      );
      // The shower and the wifi: the smoke detector and the heating are overdue, the air conditioning can wait.
      return { total: 2, tasks: byDueDate(own) };
    },
  },
  {
    question: "What did it cost to repair the dripping tap?",
    tool: "get_task",
    not: ["list_tasks"],
    args: (stored) => ({ task_id: findTask(stored, "Repair the dripping").id }),
    answer: { status: "completed", cost: 85, currency: "USD" },
  },
  {
    question: "The guest says that the wifi is down: have somebody look at it by tomorrow noon.",
    tool: "create_task",
    not: ["update_task"],
    args: (stored) => ({
      title: "Wifi is down",
      category: "maintenance",
      booking_id: ownerStayOf(stored).id,
      assignee_user_id: samuelOf(stored),
      due_at: "2027-03-11T12:00:00-05:00",
      dry_run: true,
    }),
    answer: (stored) => ({
      dry_run: true,
      after: {
        title: "Wifi is down",
        property_id: ownerStayOf(stored).listingMapId,
        booking_id: ownerStayOf(stored).id,
        assignee_user_id: samuelOf(stored),
        due_at: "2027-03-11T17:00:00Z",
      },
    }),
  },
  {
    question: "The smoke detector has its battery: close that task.",
    tool: "update_task",
    not: ["create_task", "list_tasks"],
    args: (stored) => ({
      task_id: findTask(stored, "Replace the smoke").id,
      status: "completed",
      dry_run: true,
    }),
    answer: { dry_run: true, before: { status: "pending" }, after: { status: "completed" } },
  },
  {
    question: "Put the new door code into this booking.",
    tool: "set_door_code",
    not: ["update_booking"],
    args: (stored) => ({ booking_id: ownerStayOf(stored).id, door_code: "4711", dry_run: true }),
    answer: { dry_run: true, before: { door_code: "[redacted]" }, after: { door_code: "[redacted]" } },
  },
];
