import { afterAll, expect, test } from "vitest";
import { Limiter } from "#sandbox/limiter.ts";
import { advance, type Caller, control, newCaller, request, resetSandbox, worker } from "#sandbox/testing.ts";

afterAll(resetSandbox);

async function withFault(rule: object): Promise<Caller> {
  const caller = await newCaller();
  await control("/hostaway/faults", { account: caller.accountId, ...rule });
  return caller;
}

async function timed<Value>(work: () => Promise<Value>): Promise<[Value, number]> {
  const start = Date.now();
  return [await work(), Date.now() - start];
}

for (const status of [500, 502, 422, 200]) {
  test(`an error fault answers ${status} with a fail envelope`, async () => {
    const caller = await withFault({ kind: "error", status });
    expect(await caller.get("/listings")).toMatchObject({
      status,
      body: { status: "fail", message: expect.any(String) },
    });
  });
}

test("a latency fault takes its real time and then answers as usual", async () => {
  const caller = await withFault({ kind: "latency", ms: 120 });
  const [answer, ms] = await timed(() => caller.get("/listings"));
  expect(answer).toMatchObject({ status: 200, body: { count: 3 } });
  expect(ms).toBeGreaterThanOrEqual(115);
});

test("a truncated answer is the first half of valid JSON", async () => {
  const caller = await withFault({ kind: "truncated" });
  const { status, text } = await caller.send("GET", "/listings");
  expect(status).toBe(200);
  expect(text).toMatch(/^\{"status":"success"/);
  expect(() => JSON.parse(text)).toThrow();
});

test("an HTML fault is a gateway's error page", async () => {
  const caller = await withFault({ kind: "html" });
  const { status, text, headers } = await caller.send("GET", "/listings");
  expect([status, headers.get("Content-Type")]).toEqual([502, "text/html"]);
  expect(text).toContain("<html>");
});

test("an empty fault is a success without a body", async () => {
  const caller = await withFault({ kind: "empty" });
  expect(await caller.send("GET", "/listings")).toMatchObject({ status: 200, text: "" });
});

test("a drip brings the whole answer, slowly and in pieces", async () => {
  const caller = await withFault({ kind: "drip", ms: 150 });
  const [{ text }, ms] = await timed(() => caller.send("GET", "/listings"));
  expect(JSON.parse(text)).toMatchObject({ status: "success", count: 3 });
  expect(ms).toBeGreaterThanOrEqual(130);
});

test("a hang does not answer, and the sandbox serves others meanwhile", async () => {
  await control("/hostaway/faults", { kind: "hang", path: "/hanging", times: 1, ms: 300 });
  const hanging = worker.fetch("http://sandbox/hostaway/v1/hanging");
  const other = await newCaller();
  expect((await other.get("/listings")).status).toBe(200);
  expect(await Promise.race([hanging, scheduler.wait(100)])).toBeUndefined();
  expect((await hanging).status).toBe(504);
});

test("a rule applies to its path prefix and method, and as often as it says", async () => {
  const caller = await withFault({ kind: "error", path: "/listings/40160", method: "GET", times: 2 });
  expect((await caller.get("/listings")).status).toBe(200);
  expect((await caller.put("/listings/40160", { bedsNumber: 4 })).status).toBe(200);
  const calendar = await caller.get("/listings/40160/calendar");
  const listing = await caller.get("/listings/40160");
  expect([calendar.status, listing.status, (await caller.get("/listings/40160")).status]).toEqual([
    500, 500, 200,
  ]);
});

test("an account's fault is not another's; a global one is everybody's, and each is removed alone", async () => {
  const [first, second] = [await withFault({ kind: "error" }), await newCaller()];
  expect([(await first.get("/users")).status, (await second.get("/users")).status]).toEqual([500, 200]);
  await control("/hostaway/faults", { kind: "error", status: 502, path: "/users" });
  expect([(await first.get("/users")).status, (await second.get("/users")).status]).toEqual([500, 502]);
  await request(`/control/hostaway/faults?account=${first.accountId}`, { method: "DELETE" });
  expect((await first.get("/users")).status).toBe(502);
  await request("/control/hostaway/faults", { method: "DELETE" });
  expect([(await first.get("/users")).status, (await second.get("/users")).status]).toEqual([200, 200]);
});

test("the token endpoint can fail as well", async () => {
  const caller = await withFault({ kind: "error", path: "/accessTokens", status: 500 });
  const { status } = await caller.send("DELETE", "/accessTokens");
  expect(status).toBe(500);
  expect((await caller.get("/listings")).status).toBe(200);
});

const windowMs = 10_000;

async function statuses(caller: Caller, count: number, ip = () => "203.0.113.1"): Promise<number[]> {
  const answers: number[] = [];
  for (let turn = 0; turn < count; turn++) {
    answers.push((await caller.get("/users", { "CF-Connecting-IP": ip() })).status);
  }
  return answers;
}

/** Limits set anew under a clock that stands still; every test has its own addresses. */
async function limitedCaller(settings: object): Promise<Caller> {
  const caller = await newCaller("empty");
  await control("/clock", { speed: 0 });
  await advance("1m");
  await caller.set(settings);
  return caller;
}

test("an address is refused after fifteen requests in ten seconds", async () => {
  const caller = await limitedCaller({ ipLimit: 15 });
  expect(await statuses(caller, 16)).toEqual([...Array(15).fill(200), 429]);
  const elsewhere = () => "203.0.113.99";
  expect(await statuses(caller, 1, elsewhere)).toEqual([200]);
  const refusal = await caller.get("/users", { "CF-Connecting-IP": "203.0.113.1" });
  expect(refusal.body).toEqual({ status: "fail", message: expect.stringContaining("too many requests") });
  expect(refusal.headers.get("Retry-After")).toBeNull();
  await advance(windowMs);
  expect(await statuses(caller, 1)).toEqual([200]);
});

test("an account is refused after twenty, wherever it calls from", async () => {
  const caller = await limitedCaller({ ipLimit: 15, accountLimit: 20 });
  let turn = 0;
  const everywhere = () => `198.51.100.${++turn}`;
  expect(await statuses(caller, 21, everywhere)).toEqual([...Array(20).fill(200), 429]);
  const other = await newCaller("empty");
  expect(await statuses(other, 1)).toEqual([200]);
});

test("without an address header all callers share one budget", async () => {
  const caller = await limitedCaller({ ipLimit: 2 });
  const answers = [await caller.get("/users"), await caller.get("/users"), await caller.get("/users")];
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 429]);
});

test("Retry-After, other numbers and no limit at all are switches", async () => {
  const caller = await limitedCaller({ ipLimit: 1, limitWindowMs: 4000, retryAfter: true });
  const from = { "CF-Connecting-IP": "192.0.2.7" };
  await caller.get("/users", from);
  await advance(500);
  const refusal = await caller.get("/users", from);
  expect([refusal.status, refusal.headers.get("Retry-After")]).toEqual([429, "4"]);
  await caller.set({ ipLimit: null });
  expect((await caller.get("/users", from)).status).toBe(200);
});

test("the window slides: room comes back one request at a time", () => {
  const limiter = new Limiter();
  const at = (now: number) => limiter.admit([{ key: "a", limit: 2, windowMs }], now);
  expect([at(0), at(4000), at(5000), at(9999)]).toEqual([0, 0, 5000, 1]);
  expect([at(10_000), at(10_001), at(14_000)]).toEqual([0, 3999, 0]);
});

test("a request refused by one budget does not count against the other", () => {
  const limiter = new Limiter();
  const both = [
    { key: "a", limit: 1, windowMs },
    { key: "b", limit: 2, windowMs },
  ];
  limiter.admit(both, 0);
  limiter.admit(both, 1);
  expect(limiter.admit(both.slice(1), 2)).toBe(0);
});
