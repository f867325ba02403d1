import { expect, test } from "vitest";
import { newCaller } from "#sandbox/testing.ts";

const url = "https://hooks.example.com/latchkey/secret";

test("a webhook is registered enabled, changed in part and removed", async () => {
  const caller = await newCaller("empty");
  const hook = await caller.written("POST", "/webhooks/unifiedWebhooks", {
    url,
    login: "us",
    password: "geheim",
  });
  expect(hook).toMatchObject({ url, isEnabled: 1, login: "us", alertingEmailAddress: null });
  const path = `/webhooks/unifiedWebhooks/${hook.id}`;
  expect(await caller.written("PUT", path, { isEnabled: 0 })).toMatchObject({
    url,
    isEnabled: 0,
    login: "us",
  });
  expect((await caller.list("/webhooks/unifiedWebhooks")).ids).toEqual([hook.id]);
  await caller.delete(path);
  expect((await caller.list("/webhooks/unifiedWebhooks")).ids).toEqual([]);
});

test("an address that is none is refused; a port or a private host can be refused, too", async () => {
  const caller = await newCaller("empty");
  const register = (address: unknown) => caller.post("/webhooks/unifiedWebhooks", { url: address });
  for (const address of [undefined, "", "hooks.example.com", "ftp://hooks.example.com"]) {
    expect((await register(address)).status, String(address)).toBe(400);
  }
  const local = ["http://127.0.0.1:8787/x", "https://hooks.example.com:8443/x", "http://hooks.example.com/x"];
  for (const address of local) expect((await register(address)).status, address).toBe(200);
  await caller.set({ webhookAddresses: "public" });
  for (const address of local) {
    expect(await register(address), address).toMatchObject({
      status: 400,
      body: { message: "url is not reachable" },
    });
  }
  expect((await register(url)).status).toBe(200);
});
