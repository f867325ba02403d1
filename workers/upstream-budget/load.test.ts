import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { callRest, createOrganization, type TestOrganization } from "#tests/organization.ts";
import { advanceClock, createAccount, listRequests, setAccount, stopClock } from "#tests/sandbox.ts";
import { forgetEgress, shareEgress } from "#tests/shared-egress.ts";
import { getUpstreamBudget } from "./get-upstream-budget.ts";

const SECONDS = 60;
const reads: [string, object?][] = [
  ["get_properties"],
  ["get_bookings"],
  ["get_conversations"],
  ["get_properties", { city: "Miami" }],
];

/** Twenty organizations with nineteen accounts, each with its published limits, behind one address. */
async function createCrowd(): Promise<TestOrganization[]> {
  await forgetEgress();
  const shared = await createAccount();
  const given = [shared, shared, ...Array.from({ length: 18 }, () => undefined)];
  const crowd: TestOrganization[] = [];
  for (const account of given) crowd.push(await createOrganization(account));
  for (const organization of crowd) {
    await setAccount(organization.account, { ipLimit: 15, accountLimit: 20 });
    await shareEgress(organization);
  }
  return crowd;
}

/** Lets time pass, and gives what is not waiting for more of it a moment to get done. */
async function pass(seconds: number, underWay: Set<Promise<unknown>>): Promise<void> {
  await advanceClock(`${seconds}s`);
  // Sleepers look at a clock that was moved every fifty milliseconds.
  await scheduler.wait(60);
  await Promise.race([Promise.all(underWay), scheduler.wait(100)]);
}

/** Asks for one place after the other, as a job with much to do would. */
function runJob() {
  const account = "job";
  const limits = { account: { requests: 18, seconds: 10 }, address: { requests: 14, seconds: 10 } };
  const job = { done: 0, isOver: false };
  const work = async () => {
    while (!job.isOver) {
      const place = { key: "job", lane: "job", account, limits, waitMs: 300_000 } as const;
      if ((await getUpstreamBudget(env, "hostaway/address").take(place)) === 0) job.done += 1;
    }
  };
  return { job, working: work() };
}

test("twenty organizations at one call a second behind one address see no 429 and wait less than ten seconds; a job beside them slows down", async () => {
  const crowd = await createCrowd();
  await stopClock();
  const underWay = new Set<Promise<unknown>>();
  const calls: { code: string; waited: number }[] = [];
  let second = 0;
  const call = async ({ apiKey }: TestOrganization, turn: number) => {
    const asked = second;
    const [name, args] = reads[turn % reads.length] ?? ["get_properties"];
    const { error } = await callRest(apiKey, name, args);
    calls.push({ code: error?.code ?? "ok", waited: second - asked });
  };
  const start = (organization: TestOrganization, turn: number) => {
    const calling = call(organization, turn).finally(() => underWay.delete(calling));
    underWay.add(calling);
  };
  // They are at work already, and did not all begin in the same moment.
  for (const organization of crowd) {
    for (let turn = 0; turn < reads.length; turn += 1) start(organization, turn);
    await pass(4, underWay);
  }
  while (underWay.size > 0) await pass(1, underWay);
  const { job, working } = runJob();
  const warm = calls.splice(0);
  for (; second < SECONDS; second += 1) {
    for (const [index, organization] of crowd.entries()) start(organization, second + index);
    await pass(1, underWay);
  }
  const doneBeside = job.done;
  for (; underWay.size > 0; second += 1) await pass(1, underWay);
  for (let rest = 0; rest < SECONDS; rest += 5) await pass(5, underWay);
  job.isOver = true;
  await pass(6, underWay);
  await working;

  expect(calls).toHaveLength(crowd.length * SECONDS);
  expect([...warm, ...calls].filter(({ code }) => code !== "ok")).toEqual([]);
  expect(Math.max(...calls.map(({ waited }) => waited))).toBeLessThan(10);
  expect(doneBeside).toBeLessThan(job.done - doneBeside);
  for (const { account } of crowd) {
    expect((await listRequests(account)).filter(({ status }) => status === 429)).toEqual([]);
  }
}, 60_000);
