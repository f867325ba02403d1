import { expect, test } from "vitest";
import { callRest, createOrganization } from "#tests/organization.ts";
import {
  addFault,
  type Fault,
  listRequests,
  removeFaults,
  rotateSecret,
  setAccount,
} from "#tests/sandbox.ts";

const statusesOf = async (requests: ReturnType<typeof listRequests>) =>
  (await requests).map(({ status }) => status);

const passing: [string, Fault, number][] = [
  ["500 once", { kind: "error", status: 500, times: 1 }, 2],
  ["502 twice", { kind: "error", status: 502, times: 2 }, 3],
  ["429 once", { kind: "error", status: 429, times: 1 }, 2],
  ["a page of HTML once", { kind: "html", times: 1 }, 2],
  ["a slow answer", { kind: "latency", ms: 50, times: 1 }, 1],
  ["an answer in pieces", { kind: "drip", ms: 50, times: 1 }, 1],
];

test.each(passing)("%s is got over", async (_, fault, requests) => {
  const { account, apiKey } = await createOrganization();
  await addFault(account, { ...fault, path: "/reservations" });
  expect((await callRest(apiKey, "get_bookings")).status).toBe(200);
  expect(await listRequests(account, "/reservations")).toHaveLength(requests);
});

const lasting: [string, Fault, number, string, number][] = [
  ["500", { kind: "error", status: 500 }, 502, "upstream_unavailable", 4],
  ["502", { kind: "html", status: 502 }, 502, "upstream_unavailable", 4],
  [
    "a page of HTML that calls itself a success",
    { kind: "html", status: 200 },
    502,
    "upstream_unavailable",
    4,
  ],
  ["truncated JSON", { kind: "truncated" }, 502, "upstream_unavailable", 4],
  ["an empty body", { kind: "empty" }, 502, "upstream_unavailable", 4],
  ["429", { kind: "error", status: 429 }, 429, "upstream_busy", 4],
  ["404", { kind: "error", status: 404 }, 404, "not_found", 1],
  ["422", { kind: "error", status: 422 }, 422, "upstream_rejected", 1],
  ["a failure that calls itself a success", { kind: "error", status: 200 }, 422, "upstream_rejected", 1],
  ["403 for other reasons than the token", { kind: "error", status: 403 }, 409, "upstream_locked", 1],
];

test.each(lasting)(
  "%s that stays is answered as a receipt in our own words",
  async (_, fault, status, code, requests) => {
    const { account, apiKey } = await createOrganization();
    await addFault(account, { ...fault, path: "/reservations" });
    const { body, error, headers, ...answer } = await callRest(apiKey, "get_bookings");
    expect([answer.status, error?.code]).toEqual([status, code]);
    expect(JSON.stringify(body)).not.toMatch(/something went wrong|<html|<h1/i);
    expect(headers.has("retry-after")).toBe(status === 429);
    expect(await listRequests(account, "/reservations")).toHaveLength(requests);
  },
);

test("a record that is locked upstream is refused without a repetition or a new token", async () => {
  const { account, apiKey } = await createOrganization();
  await setAccount(account, { lockedListings: [40_160], lockedReads: true });
  const { error } = await callRest(apiKey, "get_property_details", { property_id: 40_160 });
  expect(error).toMatchObject({ code: "upstream_locked", whoCanFix: "upstream" });
  expect(await statusesOf(listRequests(account, "/listings/40160"))).toEqual([403]);
  expect(await listRequests(account, "/accessTokens")).toHaveLength(1);
  expect((await callRest(apiKey, "get_property_details", { property_id: 40_161 })).status).toBe(200);
});

test("an unknown listing or booking is not found, with the tool that lists them", async () => {
  const { apiKey } = await createOrganization();
  const property = await callRest(apiKey, "get_property_details", { property_id: 999_999 });
  expect(property.error).toMatchObject({
    code: "not_found",
    message: expect.stringContaining("get_properties"),
  });
  const booking = await callRest(apiKey, "get_booking_details", { booking_id: 999_999 });
  expect(booking.error).toMatchObject({
    code: "not_found",
    message: expect.stringContaining("get_bookings"),
  });
});

test("a token that upstream answers with 401 is minted anew once and the call answered", async () => {
  const { account, apiKey } = await createOrganization();
  await addFault(account, { kind: "error", status: 401, path: "/reservations", times: 1 });
  expect((await callRest(apiKey, "get_bookings")).status).toBe(200);
  expect(await statusesOf(listRequests(account, "/reservations"))).toEqual([401, 200]);
  expect(await listRequests(account, "/accessTokens")).toHaveLength(2);
});

test("one path that answers as if the token were dead does not close the connection for the others", async () => {
  const { account, apiKey } = await createOrganization();
  await addFault(account, { kind: "error", status: 401, path: "/reservations" });
  expect((await callRest(apiKey, "get_bookings")).error?.code).toBe("upstream_locked");
  expect((await callRest(apiKey, "get_properties")).status).toBe(200);
});

test("a secret that was rotated upstream closes the connection, and later calls cost no traffic", async () => {
  const { account, apiKey } = await createOrganization();
  await rotateSecret(account);
  expect((await callRest(apiKey, "get_properties")).error).toMatchObject({
    code: "connection_invalid",
    whoCanFix: "owner",
  });
  const before = (await listRequests(account)).length;
  for (const name of ["get_properties", "get_bookings", "get_conversations"]) {
    expect((await callRest(apiKey, name)).error?.code).toBe("connection_invalid");
  }
  expect(await listRequests(account)).toHaveLength(before);
  expect((await callRest(apiKey, "get_connection_status")).body).toMatchObject({
    connections: [{ state: "rejected" }],
  });
});

test("get_connection_status opens a connection again once its credential is accepted again", async () => {
  const { account, apiKey } = await createOrganization();
  await addFault(account, { kind: "error", status: 401 });
  expect((await callRest(apiKey, "get_properties")).error?.code).toBe("connection_invalid");
  await removeFaults(account);
  expect((await callRest(apiKey, "get_properties")).error?.code).toBe("connection_invalid");
  expect((await callRest(apiKey, "get_connection_status")).body).toMatchObject({
    connections: [{ state: "working" }],
  });
  expect((await callRest(apiKey, "get_properties")).status).toBe(200);
});

test("get_connection_status tells an upstream that is down from one that says no", async () => {
  const { account, apiKey } = await createOrganization();
  await addFault(account, { kind: "error", status: 500 });
  expect((await callRest(apiKey, "get_connection_status")).body).toMatchObject({
    connections: [{ state: "unreachable" }],
  });
  await removeFaults(account);
  expect((await callRest(apiKey, "get_properties")).status).toBe(200);
});

test("a token endpoint that is down does not close the connection", async () => {
  const { account, apiKey } = await createOrganization();
  await addFault(account, { kind: "error", status: 401, path: "/listings", times: 1 });
  await addFault(account, { kind: "error", status: 500, path: "/accessTokens" });
  expect((await callRest(apiKey, "get_properties")).error?.code).toBe("upstream_unavailable");
  await removeFaults(account);
  expect((await callRest(apiKey, "get_properties")).status).toBe(200);
});

test("the upstream's published limits are kept to, and sixteen different reads at once are all answered", async () => {
  const { account, apiKey } = await createOrganization();
  await setAccount(account, { accountLimit: 20 });
  const answers = await Promise.all(
    Array.from({ length: 16 }, (_, index) =>
      callRest(apiKey, "get_bookings", { arrival_from: `2027-04-${index + 10}` }),
    ),
  );
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
  expect(await statusesOf(listRequests(account, "/reservations"))).not.toContain(429);
});

test("identical concurrent calls are one upstream request, and later ones come from memory for a minute", async () => {
  const { account, apiKey } = await createOrganization();
  const before = (await listRequests(account, "/listings")).length;
  await Promise.all(Array.from({ length: 20 }, () => callRest(apiKey, "get_properties")));
  await callRest(apiKey, "get_properties", { city: "a" });
  expect(await listRequests(account, "/listings")).toHaveLength(before + 1);
});

test("a token endpoint that is busy says how long to wait", async () => {
  const { account, apiKey } = await createOrganization();
  await addFault(account, { kind: "error", status: 401, path: "/listings", times: 1 });
  await addFault(account, { kind: "error", status: 429, path: "/accessTokens" });
  const { status, headers } = await callRest(apiKey, "get_properties");
  expect(status).toBe(429);
  expect(headers.has("retry-after")).toBe(true);
});
