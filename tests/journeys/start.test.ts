import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";
import { openV2 } from "./mcp-sessions.ts";
import { npmStart } from "./npm-start.ts";
import { isOpen, listOtherAddresses } from "./open-sockets.ts";
import { getPort } from "./ports.ts";
import { readPrintedSetup } from "./printed-setup.ts";
import { callRest, Running } from "./running.ts";
import { makeTemporaryFolder } from "./temporary-folder.ts";

const port = getPort("start");
const ports = [port, port + 1, port + 2, port + 3];

const start = (data: string, ...args: string[]) => npmStart("--port", String(port), "--data", data, ...args);

test("what a start with --json promises", async () => {
  const began = performance.now();
  const npm = start(makeTemporaryFolder(), "--json");
  const printed = await npm.ready();
  console.log(`Ready in ${((performance.now() - began) / 1_000).toFixed(1)} s.`);
  expect(printed.split("\n")).toEqual([expect.any(String), ""]);
  const running = Running.parse(JSON.parse(printed));
  expect(running).toMatchObject({
    api: `http://127.0.0.1:${port}`,
    mcp: `http://127.0.0.1:${port}/mcp`,
    dashboard: `http://127.0.0.1:${port + 1}`,
    sandbox: `http://127.0.0.1:${port + 2}`,
  });

  const pages = [
    `${running.api}/docs`,
    `${running.api}/api/health`,
    running.dashboard,
    running.sandbox,
    running.mailbox,
  ];
  const statuses = await Promise.all(pages.map(async (page) => (await fetch(page)).status));
  expect(new Set(statuses)).toEqual(new Set([200]));
  const session = await openV2({ url: running.mcp, headers: { "X-API-Key": running.apiKey } }, "auto");
  expect(await session.listTools()).toHaveLength(15);

  expect(await Promise.all(ports.map((number) => isOpen(number)))).toEqual([true, true, true, true]);
  const elsewhere = listOtherAddresses().flatMap((host) => ports.map((number) => isOpen(number, host)));
  expect(new Set(await Promise.all(elsewhere))).toEqual(new Set([false]));

  const folder = join(makeTemporaryFolder(), "data");
  const second = start(folder, "--json");
  expect(await second.ended).toBe(1);
  expect(await second.stderr).toContain(`Port ${port} is in use.`);
  expect(second.getPrinted()).toBe("");
  expect(existsSync(folder)).toBe(false);

  await npm.stop();
  expect(await Promise.all(ports.map((number) => isOpen(number)))).toEqual([false, false, false, false]);
  expect(npm.getPrinted()).toBe(printed);
});

test("what is kept from one start to the next, and what --fresh drops", async () => {
  const data = makeTemporaryFolder();
  const first = start(data, "--json");
  const running = Running.parse(JSON.parse(await first.ready()));
  const { organization, apiKey } = running;
  await countUsed(running);
  const used = await countUsed(running);
  await first.stop();

  const second = start(data);
  const printed = await second.ready();
  for (const expected of [running.dashboard, running.mcp, organization, apiKey])
    expect(printed).toContain(expected);
  const { claudeCode, claudeDesktop, cursor } = readPrintedSetup(printed);
  const remote = { url: running.mcp, headers: { "X-API-Key": apiKey } };
  expect([claudeCode, cursor]).toEqual([remote, remote]);
  expect(claudeDesktop.args).toContain(running.mcp);
  expect(claudeDesktop.env).toEqual({ LATCHKEY_KEY: apiKey });
  expect(await countUsed(running)).toBe(used + 1);
  await second.stop();

  const third = start(data, "--json", "--fresh");
  const fresh = Running.parse(JSON.parse(await third.ready()));
  expect(fresh.organization).not.toBe(organization);
  expect(await countUsed(fresh)).toBe(1);
  expect((await callRest(running, "get_connection_status")).status).toBe(401);
  await third.stop();
});

test.each(["0", "65533", "http"])("what --port=%s is answered", async (given) => {
  const folder = join(makeTemporaryFolder(), "data");
  const npm = npmStart(`--port=${given}`, "--data", folder, "--json");
  expect(await npm.ended).toBe(1);
  expect(await npm.stderr).toContain(`--port takes a number from 1 to 65532`);
  expect(npm.getPrinted()).toBe("");
  expect(existsSync(folder)).toBe(false);
});

const Status = z.object({ organization_id: z.string(), tool_calls: z.object({ used: z.number() }) });

/** The billable calls of this month, this one included. */
async function countUsed(running: Running): Promise<number> {
  const status = Status.parse(await (await callRest(running, "get_connection_status")).json());
  expect(status.organization_id).toBe(running.organization);
  return status.tool_calls.used;
}
