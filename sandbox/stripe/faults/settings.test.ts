import { afterAll, expect, test } from "vitest";
import { control, request, resetSandbox } from "#sandbox/testing.ts";
import { set } from "../events/testing.ts";
import { newMetered } from "../meters/testing.ts";

afterAll(resetSandbox);

test("how long a meter event takes to count is a setting", async () => {
  await set({ meter_lag_seconds: 3600 }, { meter_lag_seconds: 10 });
  const { report, usage, advance } = await newMetered();
  await report("5");
  await advance(3000);
  expect(await usage()).toBe(0);
  await advance(3700);
  expect(await usage()).toBe(5);
});

test("a setting that is not one is refused, and the others stay", async () => {
  const former = JSON.parse((await request("/control/stripe/settings")).text);
  for (const wrong of [{ search_lag_seconds: -1 }, { webhook_retries: "never" }, { nonsense: 1 }])
    expect((await control("/stripe/settings", wrong)).status).toBe(400);
  expect(JSON.parse((await request("/control/stripe/settings")).text)).toEqual(former);
});
