import { expect, test } from "vitest";
import { fakeUpstream, one, reservation } from "../fake-upstream.ts";
import { applyWrite, getStep, lookBack, planWrite } from "../fake-write.ts";
import { setDoorCode } from "./set-door-code.ts";

const FORMER = "1111#former";
const NEW = "2222#new";

function house(fields: object = { doorCode: FORMER }) {
  let held = reservation(501, fields);
  return fakeUpstream({
    "/reservations/501": () => one(held),
    "PUT /reservations/501": (_: unknown, body: object) => {
      held = { ...held, ...body };
      return one(held);
    },
  });
}

test("neither preview nor answer shows a code, old or new", async () => {
  const upstream = house();
  const plan = await planWrite(setDoorCode, upstream, { booking_id: 501, door_code: NEW });
  const { change, ...shown } = getStep(plan);
  const result = await applyWrite(setDoorCode, upstream, change);
  const { now } = await lookBack(setDoorCode, upstream, getStep(plan), result);
  const text = JSON.stringify([{ ...plan, steps: [] }, shown, result, now]);
  expect(text).not.toContain(NEW);
  expect(text).not.toContain(FORMER);
  expect(shown).toMatchObject({
    before: { door_code: "•••• (former)" },
    after: { door_code: "•••• (new)" },
  });
});

test("sends the code, and the undo sends the former one", async () => {
  const upstream = house();
  const args = { booking_id: 501, door_code: NEW, door_code_vendor: "Nuki" };
  const step = getStep(await planWrite(setDoorCode, upstream, args));
  const result = await applyWrite(setDoorCode, upstream, step.change);
  expect(upstream.calls.at(-1)?.request.body).toEqual({ doorCode: NEW, doorCodeVendor: "Nuki" });
  const { now, reverse } = await lookBack(setDoorCode, upstream, step, result);
  expect(now).toEqual(step.after);
  if (reverse) await applyWrite(setDoorCode, upstream, reverse);
  expect(upstream.calls.at(-1)?.request.body).toEqual({ doorCode: FORMER, doorCodeVendor: null });
  expect((await lookBack(setDoorCode, upstream, step, result)).now).toEqual(step.before);
});

test("a code that somebody else has set since is told from both", async () => {
  const upstream = house({ doorCode: "3333" });
  const step = getStep(await planWrite(setDoorCode, house(), { booking_id: 501, door_code: NEW }));
  const { now } = await lookBack(setDoorCode, upstream, step, {});
  expect(now).toEqual({ door_code: "•••• (another)" });
});

test("a dry run answers the same to a right guess as to a wrong one", async () => {
  const guess = async (door_code: string, door_code_instruction: string) => {
    const upstream = house({ doorCode: FORMER, doorCodeInstruction: "Turn left" });
    const plan = await planWrite(setDoorCode, upstream, {
      booking_id: 501,
      door_code,
      door_code_instruction,
    });
    const { change: _, ...shown } = getStep(plan);
    return { ...plan, steps: [shown] };
  };
  const wrong = await guess(NEW, "Turn right");
  expect(await guess(FORMER, "Turn right")).toEqual(wrong);
  expect(await guess(NEW, "Turn left")).toEqual(wrong);
  expect(await guess(FORMER, "Turn left")).toEqual(wrong);
});
