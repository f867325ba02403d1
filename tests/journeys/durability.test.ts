import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { findBreak } from "#organization/audit/chain.ts";
import { npmStart } from "./npm-start.ts";
import { getPort } from "./ports.ts";
import { callRest, Running } from "./running.ts";
import { readStoredAudit } from "./stored-audit.ts";
import { makeTemporaryFolder } from "./temporary-folder.ts";

const CALLERS = 30;
const ENOUGH = 1_000;

test("what is left of answered calls after a kill in the middle of a load", async () => {
  const data = makeTemporaryFolder();
  const start = () => npmStart("--port", String(getPort("durability")), "--data", data, "--json");
  const first = start();
  const running = Running.parse(JSON.parse(await first.ready()));
  // A key may make a hundred calls in ten seconds of the sandbox's clock, which here pass in a tenth.
  await fetch(`${running.sandbox}/control/clock`, { method: "POST", body: JSON.stringify({ speed: 100 }) });

  const answered: string[] = [];
  const callers = Array.from({ length: CALLERS }, (_, caller) => keepCalling(running, `${caller}`, answered));
  while (answered.length < ENOUGH) await wait(1);
  await first.kill();
  await Promise.all(callers);

  const second = start();
  expect(Running.parse(JSON.parse(await second.ready()))).toEqual(running);
  await second.stop();

  const { rows, usage, openArguments } = readStoredAudit(data, running.organization);
  expect(findBreak(rows)).toBeNull();
  const calls = rows.filter(({ action }) => action === "tools/call");
  expect(usage.calls).toBe(calls.length);
  expect(usage.billable).toBe(calls.filter(({ billable }) => billable).length);

  const successes = calls.filter(({ result }) => result === "ok").map(openArguments);
  const recorded = new Set(successes.map((args) => JSON.stringify(args)));
  expect(recorded.size).toBe(successes.length);
  expect(answered.filter((args) => !recorded.has(args))).toEqual([]);
  console.log(`${answered.length} calls were answered before the kill; ${recorded.size} have their row.`);
});

/** Calls with arguments never used before until the platform is gone, and notes those that were answered in full. */
async function keepCalling(running: Running, caller: string, answered: string[]): Promise<void> {
  for (let call = 0; ; call += 1) {
    const args = { name: `caller ${caller}, call ${call}` };
    try {
      const response = await callRest(running, "get_properties", args);
      await response.json();
      if (response.ok) answered.push(JSON.stringify(args));
    } catch {
      return;
    }
  }
}
