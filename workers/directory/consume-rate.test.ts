import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { AppError } from "#errors.ts";
import { consumeRate, forgetRate, type Rate } from "./consume-rate.ts";

const rate = { requests: 5, seconds: 60 };
const newKey = () => `test/${crypto.randomUUID()}`;

/** 0 when the request passes, otherwise the seconds to wait. */
async function ask(key: string, at: number, asked: Rate = rate): Promise<number> {
  try {
    await consumeRate(env.DB, key, asked, at * 1_000);
    return 0;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return error.details.retryAfterSeconds ?? -1;
  }
}

test("the sixth request in a minute waits for the window's end, the seventh passes after it", async () => {
  const key = newKey();
  for (let count = 0; count < 5; count += 1) expect(await ask(key, 1_000 + count)).toBe(0);
  expect(await ask(key, 1_010)).toBe(50);
  expect(await ask(key, 1_060)).toBe(0);
});

test("fifty requests at once never pass more than the limit", async () => {
  const key = newKey();
  const waits = await Promise.all(Array.from({ length: 50 }, () => ask(key, 1_000)));
  expect(waits.filter((wait) => wait === 0)).toHaveLength(5);
});

test("keys do not count against each other", async () => {
  const [mine, theirs] = [newKey(), newKey()];
  for (let count = 0; count < 9; count += 1) await ask(theirs, 1_000);
  expect(await ask(mine, 1_000)).toBe(0);
});

test("with a growing delay each new overstep doubles the wait, and a quiet hour forgets it", async () => {
  const key = newKey();
  const growing = { ...rate, growing: true };
  const overstep = async (at: number) => {
    for (let count = 0; count < 5; count += 1) expect(await ask(key, at, growing)).toBe(0);
    return ask(key, at, growing);
  };
  expect(await overstep(1_000)).toBe(60);
  expect(await ask(key, 1_059, growing)).toBe(1);
  expect(await overstep(1_060)).toBe(120);
  expect(await overstep(1_180)).toBe(240);
  expect(await overstep(1_420 + 3_600)).toBe(60);
});

test("a success forgets what was counted", async () => {
  const key = newKey();
  for (let count = 0; count < 5; count += 1) await ask(key, 1_000);
  await forgetRate(env.DB, key);
  expect(await ask(key, 1_001)).toBe(0);
});
