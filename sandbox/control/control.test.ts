import { afterAll, expect, test } from "vitest";
import { z } from "zod";
import {
  advance,
  clock,
  control,
  mintToken,
  newCaller,
  newHouse,
  request,
  resetSandbox,
} from "#sandbox/testing.ts";

afterAll(resetSandbox);

const Created = z.looseObject({ id: z.int(), listingMapId: z.int().optional() });

test("the clock can be set, advanced and stretched", async () => {
  await control("/clock", { set: "2026-12-01T00:00:00Z", speed: 0 });
  for (const amount of [500, "500s", "30m", "2h", "1d"]) await advance(amount);
  expect((await clock.read()).now).toBe(Date.parse("2026-12-02T02:38:20.500Z"));
  await control("/clock", { speed: 1000 });
  const before = (await clock.read()).now;
  await scheduler.wait(20);
  expect((await clock.read()).now - before).toBeGreaterThanOrEqual(15_000);
  await control("/clock", { speed: 1 });
});

test("what the control surface does not understand is a clear 400", async () => {
  const wrong: [string, object, string][] = [
    ["/clock", { advance: "1 fortnight" }, "advance"],
    ["/clock", { jump: 1 }, "jump"],
    ["/reset", { now: "yesterday" }, "now"],
    ["/hostaway/settings", { ipLimit: 0 }, "ipLimit"],
    ["/hostaway/settings", { generous: true }, "generous"],
    ["/hostaway/settings", { account: "1", lean: true }, "There is no account 1"],
    ["/hostaway/faults", { kind: "gremlin" }, "kind"],
    ["/hostaway/faults", { kind: "error", account: "1" }, "There is no account 1"],
    ["/hostaway/accounts", { seed: "huge" }, "seed"],
    ["/hostaway/accounts", { accountId: "abc" }, "number"],
    ["/hostaway/accounts", { accountId: "10001" }, "already"],
    ["/hostaway/accounts/1/secret", {}, "There is no account 1"],
    ["/hostaway/accounts/10002/listings", { name: "X", bedroom: 2 }, "bedroom"],
    ["/hostaway/accounts/10002/messages", { reservationId: 1, body: "Hi" }, "There is no reservation 1"],
    [
      "/hostaway/accounts/10002/reservations",
      { listingMapId: 1, arrivalDate: "2027-01-01", departureDate: "2027-01-02" },
      "There is no listing 1",
    ],
  ];
  for (const [path, body, problem] of wrong) {
    const answer = await control(path, body);
    expect(answer, `${path} ${JSON.stringify(body)}`).toMatchObject({
      status: 400,
      body: { error: expect.stringContaining(problem) },
    });
  }
  const { status, text } = await request("/control/clock", { method: "POST" });
  expect([status, text]).toEqual([400, expect.stringContaining("not valid JSON")]);
  expect((await request("/control/nothing")).status).toBe(404);
});

test("a new account gets a fresh number, or the one that was asked for", async () => {
  const first = await newCaller();
  const second = await newCaller("empty");
  expect(second.accountId).not.toBe(first.accountId);
  expect((await second.list("/listings")).count).toBe(0);
  const asked = await control("/hostaway/accounts", { accountId: "777", seed: "empty" });
  expect(asked).toMatchObject({
    status: 201,
    body: { accountId: "777", clientSecret: "sandbox-secret-777" },
  });
});

test("rotating the secret kills the tokens and the old secret", async () => {
  const caller = await newCaller("empty");
  const { body } = await control(`/hostaway/accounts/${caller.accountId}/secret`, {});
  const { clientSecret } = z.object({ clientSecret: z.string() }).parse(body);
  expect((await caller.get("/listings")).status).toBe(403);
  await expect(mintToken(caller.accountId, `sandbox-secret-${caller.accountId}`)).rejects.toThrow();
  expect(await mintToken(caller.accountId, clientSecret)).toContain(".");
});

test("an injected booking takes its nights, and everything documented follows from it", async () => {
  const caller = await newCaller("empty");
  const home = {
    name: "Test House",
    price: 90,
    currencyCode: "EUR",
    checkInTimeStart: 15,
    guestsIncluded: 3,
  };
  const { id: listingMapId } = Created.parse((await caller.inject("listings", home)).body);
  const stay = {
    listingMapId,
    arrivalDate: "2027-01-10",
    departureDate: "2027-01-13",
    guestName: "Ada de Vries",
  };
  const { status, body } = await caller.inject("reservations", { ...stay, channelId: 2018 });
  const { id } = Created.parse(body);
  expect(status).toBe(201);
  expect(await caller.single(`/reservations/${id}`)).toMatchObject({
    ...stay,
    channelName: "airbnbOfficial",
    guestFirstName: "Ada",
    guestLastName: "de Vries",
    hostawayReservationId: id,
    listingName: "Test House",
    currency: "EUR",
    checkInTime: 15,
    nights: 3,
    status: "new",
    numberOfGuests: 3,
  });
  expect((await caller.list(`/conversations?reservationId=${id}`)).count).toBe(1);

  const second = { ...stay, arrivalDate: "2027-01-12", departureDate: "2027-01-14" };
  expect(await caller.inject("reservations", second)).toMatchObject({
    status: 400,
    body: { error: expect.stringContaining("not free") },
  });
  expect((await caller.inject("reservations", { ...second, forceOverbooking: true })).status).toBe(201);
  expect((await caller.inject("reservations", { ...second, status: "inquiry" })).status).toBe(201);
  expect((await caller.inject("reservations", { ...stay, arrivalDate: "2027-01-20" })).status).toBe(400);
});

test("an injected message is unread and moves the conversation to the top", async () => {
  const caller = await newCaller();
  const { ids } = await caller.list("/reservations?limit=1");
  const sent = await caller.inject("messages", { reservationId: ids[0], body: "Is anybody there?" });
  expect(sent).toMatchObject({ status: 201, body: { isIncoming: 1, status: "sent" } });
  const { rows } = await caller.list("/conversations?includeResources=1&limit=1");
  expect(rows[0]).toMatchObject({
    reservationId: ids[0],
    hasUnreadMessages: 1,
    conversationMessages: [{ body: "Is anybody there?" }],
  });
});

test("the log counts upstream requests per account and holds no secret", async () => {
  const caller = await newCaller();
  await caller.get("/listings?city=Miami");
  await caller.send("DELETE", "/accessTokens?token=not-to-be-logged");
  const { text } = await request(`/control/hostaway/requests?account=${caller.accountId}`);
  expect(JSON.parse(text)).toMatchObject({
    requests: [
      { method: "POST", path: "/accessTokens", status: 200, account: caller.accountId },
      { method: "GET", path: "/listings", query: { city: "Miami" }, status: 200 },
      { method: "DELETE", path: "/accessTokens", query: {}, status: 200 },
    ],
  });
  const all = (await request("/control/hostaway/requests")).text;
  expect(all).not.toMatch(/sandbox-secret|not-to-be-logged|Bearer/);
});

test("a change from outside moves a booking as the channel would, and is refused where it cannot be", async () => {
  const { caller, id: listingMapId } = await newHouse();
  const stay = { listingMapId, arrivalDate: "2031-01-10", departureDate: "2031-01-13", channelId: 2018 };
  const { id } = Created.parse((await caller.inject("reservations", stay)).body);
  const next = { ...stay, arrivalDate: "2031-01-13", departureDate: "2031-01-15" };
  await caller.inject("reservations", next);
  const change = (body: object, reservationId = id) =>
    control(`/hostaway/accounts/${caller.accountId}/reservations/${reservationId}`, body, "PUT");
  expect(await change({ arrivalDate: "2031-01-11", totalPrice: 200 })).toMatchObject({
    status: 200,
    body: { status: "modified", nights: 2, previousArrivalDate: "2031-01-10", totalPrice: 200 },
  });
  expect(await change({ status: "cancelled", cancelledBy: "guest" })).toMatchObject({
    body: { status: "cancelled", cancelledBy: "guest", cancellationDate: expect.any(String) },
  });
  for (const [wrong, problem] of [
    [{ status: "new", departureDate: "2031-01-14" }, "not free"],
    [{ arrivalDate: "soon" }, "arrivalDate"],
    [{ nonsense: 1 }, "nonsense"],
  ] as const) {
    expect(await change(wrong), problem).toMatchObject({
      status: 400,
      body: { error: expect.stringContaining(problem) },
    });
  }
  expect((await change({ adults: 2 }, 1)).status).toBe(400);
});

test("webhook traffic is an account's", async () => {
  expect((await request("/control/hostaway/webhooks")).status).toBe(400);
  expect((await request("/control/hostaway/webhooks?account=1")).status).toBe(400);
  const caller = await newCaller("empty");
  const { text } = await request(`/control/hostaway/webhooks?account=${caller.accountId}`);
  expect(JSON.parse(text)).toEqual({ webhooks: [], pending: [], sent: [] });
});
