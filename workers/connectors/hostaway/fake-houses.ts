import type { CalendarInterval } from "./client/calendar.ts";
import { addDays } from "./dates.ts";
import { fakeUpstream, listing, one, pagedList } from "./fake-upstream.ts";

type Query = { startDate: string; endDate: string };

export interface FakeHouse {
  id: number;
  fields?: object;
  /** What is not as on other days, by date. */
  days?: Record<string, object>;
}

const amenities = pagedList([
  { id: 1, name: "Pool" },
  { id: 2, name: "Sauna" },
  { id: 3, name: "Wifi" },
]);

/** An account whose listings and calendars can be changed and read again. Untouched nights are free at 100. */
export function fakeHouses(...houses: FakeHouse[]) {
  const rows = new Map(houses.map(({ id, fields }) => [id, listing(id, { minNights: 1, ...fields })]));
  const calendars = new Map(houses.map(({ id, days = {} }) => [id, { ...days }]));
  const routesOf = (id: number) => ({
    [`GET /listings/${id}`]: () => one(rows.get(id)),
    [`PUT /listings/${id}`]: (_: Query, body: object) => {
      rows.set(id, { ...listing(id), ...rows.get(id), ...body });
      return one(rows.get(id));
    },
    [`GET /listings/${id}/calendar`]: ({ startDate, endDate }: Query) =>
      one(listDays(calendars.get(id) ?? {}, startDate, endDate)),
    [`PUT /listings/${id}/calendarIntervals`]: (_: Query, intervals: CalendarInterval[]) => {
      const days = calendars.get(id) ?? {};
      for (const interval of intervals) setDays(days, JSON.parse(JSON.stringify(interval)));
      return one([]);
    },
  });
  const upstream = fakeUpstream({
    "GET /listings": (query: object) => pagedList([...rows.values()])({ ...query }),
    "POST /listings": (_: Query, body: object) => {
      rows.set(900, listing(900, body));
      return one(rows.get(900));
    },
    "/amenities": amenities,
    "/propertyTypes": pagedList([{ id: 1, name: "Apartment" }]),
    ...Object.assign({}, ...houses.map(({ id }) => routesOf(id))),
  });
  return {
    ...upstream,
    /** What was sent to change something, in order. */
    writes: () =>
      upstream.calls.flatMap(({ path, request: { method = "GET", body } }) =>
        method === "GET" ? [] : [{ call: `${method} ${path}`, body: JSON.parse(JSON.stringify(body)) }],
      ),
    /** As if somebody else had done it. */
    change: (id: number, date: string, fields: object) =>
      calendars.set(id, { ...calendars.get(id), [date]: { ...calendars.get(id)?.[date], ...fields } }),
    setListing: (id: number, fields: object) => rows.set(id, listing(id, { ...rows.get(id), ...fields })),
    readDay: (id: number, date: string) => listDays(calendars.get(id) ?? {}, date, date)[0],
  };
}

function listDays(days: Record<string, object>, startDate: string, endDate: string): object[] {
  const result: object[] = [];
  for (let date = startDate; date <= endDate; date = addDays(date, 1)) {
    result.push({
      date,
      isAvailable: 1,
      status: "available",
      price: 100,
      minimumStay: 2,
      maximumStay: 30,
      closedOnArrival: 0,
      closedOnDeparture: 0,
      note: null,
      reservations: [],
      ...days[date],
    });
  }
  return result;
}

function setDays(days: Record<string, object>, { startDate, endDate, ...values }: CalendarInterval): void {
  const { isAvailable } = values;
  const status = isAvailable === undefined ? {} : { status: isAvailable ? "available" : "blocked" };
  for (let date = startDate; date <= endDate; date = addDays(date, 1)) {
    days[date] = { ...days[date], ...values, ...status };
  }
}

/** Nights of a stay, for `days`. */
export const booked = (id: number, arrivalDate: string, departureDate: string): Record<string, object> => {
  const days: Record<string, object> = {};
  const stay = { id, arrivalDate, departureDate, status: "new", guestName: "Ann Example" };
  for (let date = arrivalDate; date < departureDate; date = addDays(date, 1)) {
    days[date] = { isAvailable: 0, status: "reserved", reservations: [stay] };
  }
  return days;
};

export const blocked = { isAvailable: 0, status: "blocked" };
