import { expect, test } from "vitest";
import { AppError } from "#errors.ts";
import { TokenSource } from "./token-source.ts";

const DAY = 24 * 60 * 60 * 1_000;

interface World {
  now: number;
  minted: number;
  slept: number[];
  stored: string | null;
  failure: AppError | null;
}

function createSource({ stored, lifetime = 700 * DAY }: { stored?: string; lifetime?: number } = {}) {
  const world: World = { now: 0, minted: 0, slept: [], stored: stored ?? null, failure: null };
  const source = new TokenSource({
    clock: {
      now: () => world.now,
      sleep: async (ms) => {
        world.slept.push(ms);
      },
    },
    load: () => world.stored,
    store: (token) => {
      world.stored = token;
    },
    mint: async () => {
      await scheduler.wait(1);
      if (world.failure !== null) throw world.failure;
      world.minted += 1;
      return { value: `token-${world.minted}`, expiresAt: world.now + lifetime, usableAfter: 1_000 };
    },
  });
  return { world, source };
}

test("a token is minted once, waited for and shared by all who ask", async () => {
  const { world, source } = createSource();
  const tokens = await Promise.all(Array.from({ length: 20 }, () => source.get()));
  expect(new Set(tokens.map(({ value }) => value))).toEqual(new Set(["token-1"]));
  expect(world).toMatchObject({ minted: 1, slept: [1_000] });
  expect((await source.get()).value).toBe("token-1");
});

test("a stored token is used again without minting or waiting", async () => {
  const stored = JSON.stringify({ value: "kept", expiresAt: 700 * DAY, usableAfter: 1_000 });
  const { world, source } = createSource({ stored });
  expect((await source.get()).value).toBe("kept");
  expect(world).toMatchObject({ minted: 0, slept: [] });
});

test("a token is renewed a week before it ends", async () => {
  const { world, source } = createSource({ lifetime: 30 * DAY });
  await source.get();
  world.now = 22 * DAY;
  expect((await source.get()).value).toBe("token-1");
  world.now = 23 * DAY;
  expect((await source.get()).value).toBe("token-2");
});

test("a dropped token is forgotten, also by the store", async () => {
  const { world, source } = createSource();
  source.drop(await source.get());
  expect(world.stored).toBeNull();
  expect((await source.get()).value).toBe("token-2");
});

test("dropping an old token leaves the newer one alone", async () => {
  const { world, source } = createSource();
  const old = await source.get();
  source.drop(old);
  await source.get();
  source.drop(old);
  expect((await source.get()).value).toBe("token-2");
  expect(world.minted).toBe(2);
});

test("a failure to mint reaches all who wait and is forgotten", async () => {
  const { world, source } = createSource();
  world.failure = new AppError("connection_invalid");
  const settled = await Promise.allSettled([source.get(), source.get()]);
  expect(settled.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  world.failure = null;
  expect((await source.get()).value).toBe("token-1");
});
