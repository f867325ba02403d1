import { env } from "cloudflare:workers";
import { expect, onTestFinished, test, vi } from "vitest";
import { getConfig } from "#env.ts";
import { newId } from "#ids.ts";
import { FakeClock } from "#tests/fake-clock.ts";
import type { PlaceRequest } from "#upstream-budget/budget.ts";
import type { UpstreamBudgetPort } from "../rooms.ts";
import { Pace } from "./pace.ts";

const connector = {
  name: "test",
  rateLimits: { account: { requests: 3, seconds: 10 }, address: { requests: 2, seconds: 10 } },
};

/** A pace whose budget answers as given, and what that was asked. */
function createPace({
  take = async () => 0,
  accountLabel = "10001",
  upstream = {},
}: {
  take?: UpstreamBudgetPort["take"];
  accountLabel?: string;
  upstream?: object;
} = {}) {
  const clock = new FakeClock();
  const asked: (PlaceRequest & { scope: string })[] = [];
  const getUpstreamBudget = (scope: string): UpstreamBudgetPort => ({
    take: (request) => {
      asked.push({ scope, ...request });
      return take(request);
    },
    slowDown: async () => {
      throw new Error("down");
    },
  });
  const { keyRing } = getConfig(env);
  const ports = { clock, getUpstreamBudget, keyRing, upstreams: { test: upstream } };
  return { clock, asked, pace: new Pace({ organization: newId("org"), connector, accountLabel, ports }) };
}

function silenceErrors() {
  const error = vi.spyOn(console, "error").mockImplementation(() => {});
  onTestFinished(() => error.mockRestore());
  return error;
}

const askOnce = async (options: Parameters<typeof createPace>[0]) => {
  const { asked, pace } = createPace(options);
  await pace.take("person", 10_000);
  return asked[0];
};

test("two organizations on one account ask for places in the same budget, and nothing names the account", async () => {
  const [one, other, another] = await Promise.all(
    ["10001", "10001", "10002"].map((accountLabel) => askOnce({ accountLabel })),
  );
  expect(other?.scope).toBe(one?.scope);
  expect(another?.scope).not.toBe(one?.scope);
  expect(other?.key).not.toBe(one?.key);
  expect(JSON.stringify(one)).not.toContain("10001");
});

test("where all leave by one address, all accounts ask in one budget, which knows both limits", async () => {
  const upstream = { isEgressShared: true };
  const [one, other] = await Promise.all(
    ["10001", "10002"].map((accountLabel) => askOnce({ accountLabel, upstream })),
  );
  expect(other?.scope).toBe(one?.scope);
  expect(other?.account).not.toBe(one?.account);
  expect(one?.limits).toEqual(connector.rateLimits);
});

test("the operator's limit takes the place of the account's, and no address counts where there are many", async () => {
  const asked = await askOnce({ upstream: { requestsPer10Seconds: 40 } });
  expect(asked?.limits).toEqual({ account: { requests: 40, seconds: 10 } });
});

test("while the budget cannot be reached a connection keeps to a limit of its own, and that is logged", async () => {
  const error = silenceErrors();
  const { clock, pace } = createPace({
    take: async () => {
      throw new Error("down");
    },
  });
  const waits = await Promise.all([1, 2, 3].map(() => pace.take("person", 5_000)));
  expect(waits).toEqual([0, 0, 0]);
  expect(await pace.take("person", 5_000)).toBe(10_000);
  const patient = pace.take("person", 10_000);
  await clock.pass(10_000);
  expect(await patient).toBe(0);
  pace.slowDown(0);
  await scheduler.wait(0);
  expect(error).toHaveBeenCalledWith(expect.stringContaining("upstream-budget.unreachable"));
});

test("a budget that does not answer is given up a little after the time it had", async () => {
  silenceErrors();
  const { clock, pace } = createPace({ take: () => new Promise(() => {}) });
  const taking = pace.take("person", 10_000);
  await clock.pass(12_000);
  expect(await taking).toBe(0);
});
