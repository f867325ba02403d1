import { afterAll, beforeAll, expect, test } from "vitest";
import {
  advance,
  callerOf,
  clock,
  control,
  mintToken,
  newCaller,
  request,
  resetSandbox,
  restartSandbox,
} from "./testing.ts";

/** The clock jumps years ahead here, which would renew for all of them each subscription that another file left. */
beforeAll(resetSandbox);
afterAll(resetSandbox);

test("the first page links to everything", async () => {
  const { status, text } = await request("/");
  expect(status).toBe(200);
  for (const link of ["/mailbox", "/control/state", "/hostaway/v1", "sandbox-secret-10001"]) {
    expect(text).toContain(link);
  }
});

test("any other path is not found", async () => {
  for (const path of ["/nothing", "/hostaway/v2/listings", "/controls", "/mailboxes"]) {
    expect((await request(path)).status, path).toBe(404);
  }
});

test("the product reads the sandbox's clock", async () => {
  await control("/clock", { set: "2030-01-01T00:00:00Z", speed: 0 });
  expect(await clock.read()).toEqual({ now: Date.parse("2030-01-01T00:00:00Z"), speed: 0 });
});

test("everything survives a restart of the object", async () => {
  const caller = await newCaller();
  await control("/clock", { set: "2031-05-05T05:05:05Z", speed: 0 });
  await control("/hostaway/faults", { account: caller.accountId, kind: "error", path: "/users" });
  await caller.put("/listings/40160", { name: "Renamed before the restart" });
  await request("/mailbox/messages", {
    method: "POST",
    body: { from: "a@example.com", to: "b@example.com", subject: "Kept" },
  });

  await restartSandbox();

  expect((await caller.get("/listings/40160")).body).toMatchObject({
    result: { name: "Renamed before the restart" },
  });
  expect((await caller.list("/reservations")).count).toBe(12);
  expect((await caller.get("/users")).status).toBe(500);
  expect((await clock.read()).now).toBe(Date.parse("2031-05-05T05:05:05Z"));
  expect((await request("/mailbox")).text).toContain("Kept");
});

test("a reset drops everything, seeds anew and takes a new time", async () => {
  const caller = await newCaller();
  await callerOf("10002");
  await control("/hostaway/settings", { strict: true });
  const { body } = await control("/reset", { now: "2027-03-01T12:00:00Z" });
  expect(body).toMatchObject({
    clock: { time: expect.stringContaining("2027-03-01T12:00:0"), speed: 1 },
    hostaway: { settings: { strict: false }, accounts: [{ accountId: "10001" }, { accountId: "10002" }] },
  });
  expect((await caller.get("/listings")).status).toBe(403);
});

test("the same reset twice gives the same data", async () => {
  const snapshot = async () => {
    await control("/reset", { now: "2027-03-01T12:00:00Z" });
    const caller = await callerOf("10001");
    return [await caller.list("/listings?limit=500"), await caller.list("/reservations?limit=500")];
  };
  expect(await snapshot()).toEqual(await snapshot());
});

test("the clock moves tokens along: one that has expired no longer works", async () => {
  await control("/hostaway/settings", { account: "10002", tokenExpiresIn: 86_400 });
  const caller = await callerOf("10002");
  expect((await caller.get("/listings")).status).toBe(200);
  await advance("1d");
  expect(await caller.get("/listings")).toMatchObject({
    status: 403,
    body: { message: expect.stringContaining("expired") },
  });
  expect(await mintToken("10002", "sandbox-secret-10002")).not.toBe("");
});
