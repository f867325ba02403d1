import { expect, test } from "vitest";
import { z } from "zod";
import { addDays, datesBefore } from "#sandbox/hostaway/dates.ts";
import { Random } from "#sandbox/hostaway/seed/random.ts";
import { type Caller, newHouse } from "#sandbox/testing.ts";

const first = "2031-03-01";
const span = 24;
const Calendar = z.object({ result: z.array(z.looseObject({ date: z.string(), status: z.string() })) });

/** A second opinion on which nights are taken: it knows stays and nothing else. */
class Nights {
  readonly #stays = new Map<number, [string, string]>();

  set(id: number, arrival: string, departure: string): void {
    this.#stays.set(id, [arrival, departure]);
  }

  free(id: number): void {
    this.#stays.delete(id);
  }

  ids(): number[] {
    return [...this.#stays.keys()];
  }

  taken(without?: number): string[] {
    const others = [...this.#stays].filter(([id]) => id !== without);
    return others.flatMap(([, [arrival, departure]]) => datesBefore(arrival, departure)).sort();
  }

  isFree(arrival: string, departure: string, without?: number): boolean {
    const taken = new Set(this.taken(without));
    return datesBefore(arrival, departure).every((date) => !taken.has(date));
  }
}

async function reservedDates(caller: Caller, id: number): Promise<string[]> {
  const range = `startDate=${first}&endDate=${addDays(first, span + 10)}`;
  const { body } = await caller.get(`/listings/${id}/calendar?${range}`);
  return Calendar.parse(body)
    .result.filter(({ status }) => status === "reserved")
    .map(({ date }) => date);
}

for (const seed of ["one", "two", "three"]) {
  test(`the calendar agrees with the stays after any booking, move and cancellation (${seed})`, async () => {
    const { caller, id } = await newHouse();
    const random = new Random(seed);
    const nights = new Nights();
    for (let step = 0; step < 40; step++) {
      const arrivalDate = addDays(first, random.integer(0, span));
      const departureDate = addDays(arrivalDate, random.integer(1, 6));
      const dates = { arrivalDate, departureDate };
      const existing = nights.ids();
      const action = existing.length === 0 ? "book" : random.pick(["book", "book", "move", "cancel"]);
      if (action === "book") {
        const isFree = nights.isFree(arrivalDate, departureDate);
        const body = { listingMapId: id, channelId: 2000, ...dates };
        const answer = await caller.post("/reservations", body);
        expect(answer.status, `step ${step}`).toBe(isFree ? 200 : 409);
        if (isFree)
          nights.set(
            z.object({ result: z.object({ id: z.int() }) }).parse(answer.body).result.id,
            arrivalDate,
            departureDate,
          );
      } else if (action === "move") {
        const moved = random.pick(existing);
        const isFree = nights.isFree(arrivalDate, departureDate, moved);
        const answer = await caller.put(`/reservations/${moved}`, dates);
        expect(answer.status, `step ${step}`).toBe(isFree ? 200 : 409);
        if (isFree) nights.set(moved, arrivalDate, departureDate);
      } else {
        const gone = random.pick(existing);
        expect(
          (await caller.put(`/reservations/${gone}/statuses/cancelled`, { cancelledBy: "host" })).status,
        ).toBe(200);
        nights.free(gone);
      }
      expect(await reservedDates(caller, id), `step ${step}`).toEqual(nights.taken());
    }
  });
}

test("a stay may begin on the day another ends, and end on the day another begins", async () => {
  const { caller, id } = await newHouse();
  const book = (arrivalDate: string, departureDate: string) =>
    caller.post("/reservations", { listingMapId: id, channelId: 2000, arrivalDate, departureDate });
  expect((await book("2031-03-05", "2031-03-08")).status).toBe(200);
  expect((await book("2031-03-08", "2031-03-10")).status).toBe(200);
  expect((await book("2031-03-03", "2031-03-05")).status).toBe(200);
  expect((await book("2031-03-04", "2031-03-06")).status).toBe(409);
});

test("a night that was blocked by hand takes no booking until it is opened again", async () => {
  const { caller, id } = await newHouse();
  const night = { startDate: "2031-03-06", endDate: "2031-03-06" };
  const body = { listingMapId: id, channelId: 2000, arrivalDate: "2031-03-05", departureDate: "2031-03-08" };
  await caller.put(`/listings/${id}/calendar`, { ...night, isAvailable: 0 });
  expect((await caller.post("/reservations", body)).status).toBe(409);
  await caller.put(`/listings/${id}/calendar`, { ...night, isAvailable: 1 });
  expect((await caller.post("/reservations", body)).status).toBe(200);
});

test("an overbooked night stays reserved until the last of its stays is gone", async () => {
  const { caller, id } = await newHouse();
  const body = { listingMapId: id, channelId: 2000, arrivalDate: "2031-03-05", departureDate: "2031-03-06" };
  const one = await caller.written("POST", "/reservations", body);
  const two = await caller.written("POST", "/reservations?forceOverbooking=1", body);
  await caller.put(`/reservations/${one.id}/statuses/cancelled`, { cancelledBy: "guest" });
  expect(await reservedDates(caller, id)).toEqual(["2031-03-05"]);
  await caller.delete(`/reservations/${two.id}`);
  expect(await reservedDates(caller, id)).toEqual([]);
});
