import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { createBrowser } from "#tests/browser.ts";
import { createPerson } from "#tests/person.ts";
import { noteFailedSignIn } from "./note-failed-sign-in.ts";

const MINUTE = 60_000;
const START = Date.UTC(2027, 0, 1);

/** Not null when it raises the alarm. */
async function note(account: string, minute: number, address = "2001:db8::1") {
  const noted = await noteFailedSignIn(env.DB, { account, address, now: START + minute * MINUTE });
  return noted?.isAlarm ? noted : null;
}

async function noteMany(email: string, count: number, from: number) {
  const alarms = [];
  for (let index = 0; index < count; index += 1) alarms.push(await note(email, from + index));
  return alarms;
}

test("the tenth failure within an hour raises the alarm, which says since when and from how many addresses", async () => {
  const { email } = await createPerson("Ann Example");
  const quiet = [];
  for (let minute = 0; minute < 9; minute += 1)
    quiet.push(await note(email, minute, `2001:db8::${minute % 3}`));
  expect(quiet).toEqual(Array(9).fill(null));
  expect(await note(email, 9, "2001:db8::0")).toMatchObject({
    name: "Ann Example",
    email,
    count: 10,
    since: START,
    addresses: 3,
  });
});

test("an account is the same by its address and by its id", async () => {
  const { email, userId } = await createPerson();
  await noteMany(email, 5, 0);
  expect((await noteMany(userId, 5, 5)).at(-1)).toMatchObject({ email, count: 10 });
});

test("the alarm is raised once an hour, however many follow", async () => {
  const { email } = await createPerson();
  const alarms = await noteMany(email, 70, 0);
  const raised = alarms.flatMap((alarm, minute) => (alarm === null ? [] : [minute]));
  expect(raised).toEqual([9, 69]);
});

test("ten failures spread over more than an hour are none", async () => {
  const { email } = await createPerson();
  const alarms = [];
  for (let count = 0; count < 12; count += 1) alarms.push(await note(email, count * 7));
  expect(alarms).toEqual(Array(12).fill(null));
});

test("ten failures around the turn of an hour count as ten", async () => {
  const { email } = await createPerson();
  await note(email, 0);
  expect(await noteMany(email, 9, 55)).toEqual(Array(9).fill(null));
  expect(await note(email, 64)).toMatchObject({ count: 10, since: START + 55 * MINUTE });
});

test("of failures at the same time none is lost", async () => {
  const { email } = await createPerson();
  const alarms = await Promise.all(Array.from({ length: 10 }, (_, index) => note(email, index / 1_000)));
  expect(alarms.filter((alarm) => alarm !== null)).toHaveLength(1);
});

test("an address that nobody has, or has confirmed, is counted nowhere", async () => {
  const unknown = `${crypto.randomUUID()}@example.com`;
  const waiting = `${crypto.randomUUID()}@example.com`;
  const form = { email: waiting, password: "correct horse battery", name: "Ann" };
  await createBrowser().post("/api/v1/auth/sign-up/email", form);
  for (const email of [unknown, waiting]) {
    expect(await noteFailedSignIn(env.DB, { account: email, address: "2001:db8::1", now: START })).toBeNull();
    expect(await noteMany(email, 12, 0)).toEqual(Array(12).fill(null));
  }
});
