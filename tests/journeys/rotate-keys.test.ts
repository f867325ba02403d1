import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { getDemo } from "#scripts/demo.ts";
import { startPlatform } from "#scripts/platform.ts";
import { cleanUpWith } from "./clean-up.ts";
import { getPort } from "./ports.ts";
import { makeTemporaryFolder } from "./temporary-folder.ts";

const port = getPort("rotation");

function rotateKeys(dataDir: string, ...args: string[]) {
  const command = ["scripts/rotate-keys.ts", "--port", `${port}`, "--data", dataDir, ...args];
  return spawnSync("node", command, { encoding: "utf8" });
}

async function start(dataDir: string) {
  const platform = await startPlatform({ port, dataDir, dashboard: false });
  cleanUpWith(platform.stop);
  const { apiKey } = await getDemo(platform, join(dataDir, "demo.json"));
  const call = async () => {
    const url = `${platform.api}/api/v1/tools/get_properties`;
    const headers = { "x-api-key": apiKey, "content-type": "application/json" };
    return (await fetch(url, { method: "POST", headers, body: "{}" })).status;
  };
  return { ...platform, call };
}

test("the commands re-wrap the data keys of a data folder and verify its logs, and everything works on", async () => {
  const dataDir = makeTemporaryFolder();
  const first = await start(dataDir);
  expect(await first.call()).toBe(200);
  const whileRunning = rotateKeys(dataDir, "--new");
  expect(whileRunning).toMatchObject({ status: 1, stdout: "" });
  expect(whileRunning.stderr).toContain(`Port ${port} is in use.`);
  await first.stop();

  expect(rotateKeys(dataDir, "--new")).toMatchObject({
    status: 0,
    stdout: "1 data key was re-wrapped.\n",
  });
  expect(readFileSync(join(dataDir, "key-ring"), "utf8")).toMatch(/^2:[0-9a-f]{64},1:[0-9a-f]{64}\n$/);
  expect(rotateKeys(dataDir)).toMatchObject({ status: 0, stdout: "0 data keys were re-wrapped.\n" });

  const verified = spawnSync("node", ["scripts/verify-audit.ts", "--port", `${port}`, "--data", dataDir], {
    encoding: "utf8",
  });
  expect(verified).toMatchObject({ status: 0, stdout: "1 log was verified.\n" });

  const second = await start(dataDir);
  expect(await second.call()).toBe(200);
  await second.stop();
});

test("the command says so when there is no key ring, and makes none", () => {
  const dataDir = makeTemporaryFolder();
  const { status, stderr } = rotateKeys(dataDir, "--new");
  expect(status).toBe(1);
  expect(stderr).toContain("There is no key ring in");
  expect(existsSync(join(dataDir, "key-ring"))).toBe(false);
});

test("the product does not start with a weak key ring, and says how to make one", async () => {
  const options = { port, dataDir: makeTemporaryFolder(), dashboard: false };
  for (const KEY_RING of ["", "1:hunter2", `1:${"0".repeat(64)}`]) {
    await expect(startPlatform({ ...options, vars: { KEY_RING } })).rejects.toThrow(
      'Make one with: echo "1:$(openssl rand -hex 32)"',
    );
  }
});
