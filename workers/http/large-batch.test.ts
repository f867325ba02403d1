import { env } from "cloudflare:workers";
import { expect, test, vi } from "vitest";
import { z } from "zod";
import { listOutcomes } from "#tests/fake-write.ts";
import {
  callRest,
  createKey,
  createOrganization,
  listAudit,
  readTable,
  type TestOrganization,
} from "#tests/organization.ts";
import {
  addFault,
  control,
  createAccount,
  listRequests,
  type SandboxAccount,
  setAccount,
  setClockSpeed,
} from "#tests/sandbox.ts";
import { shareEgress } from "#tests/shared-egress.ts";

const HOSTAWAY = "https://sandbox.test/hostaway/v1";
const COUNT = 500;
/** A job of a quarter of an hour takes some ten seconds. */
const SPEED = 100;

const Token = z.object({ access_token: z.string() });
const Listings = z.object({
  result: z.array(z.object({ id: z.number(), price: z.number(), currencyCode: z.string() })),
});
type Listings = z.infer<typeof Listings>["result"];

const Status = z.object({ status: z.string(), total: z.number(), done: z.number(), failed: z.number() });
type Status = z.infer<typeof Status>;

/** What Hostaway has, asked of it directly, and then its limits as they are known. */
async function readListings(account: SandboxAccount): Promise<Listings> {
  await setAccount(account, { ipLimit: null, accountLimit: null });
  const minted = await env.SANDBOX.fetch(`${HOSTAWAY}/accessTokens`, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "client_credentials",
      scope: "general",
      client_id: account.accountId,
      client_secret: account.clientSecret,
    }),
  });
  const { access_token } = Token.parse(await minted.json());
  const answer = await env.SANDBOX.fetch(`${HOSTAWAY}/listings?limit=${COUNT}`, {
    headers: { authorization: `Bearer ${access_token}` },
  });
  await setAccount(account, { ipLimit: 15, accountLimit: 20 });
  return Listings.parse(await answer.json()).result;
}

/** A tenth more, in whole numbers of the currency's smallest unit, halves up. */
function raise(listings: Listings): Listings {
  return listings.map(({ price, ...listing }) => {
    const { maximumFractionDigits: digits = 2 } = new Intl.NumberFormat("en", {
      style: "currency",
      currency: listing.currencyCode,
    }).resolvedOptions();
    const units = Math.round(price * 10 ** digits);
    return { ...listing, price: Math.floor((units * 11 + 5) / 10) / 10 ** digits };
  });
}

interface Job {
  organization: TestOrganization;
  secret: string;
  id: unknown;
}

const Faults = z.object({ hostaway: z.object({ faults: z.array(z.object({ account: z.string() })) }) });

/** The object dies when a price has arrived upstream and before that can be recorded. Returns whose price. */
async function killDuringWrite(organization: TestOrganization): Promise<string> {
  const { account } = organization;
  await addFault(account, { kind: "drip", method: "PUT", path: "/listings", times: 1, ms: 5_000 });
  const hasBegun = async () =>
    Faults.parse(await control("GET", "/state")).hostaway.faults.every(
      (fault) => fault.account !== account.accountId,
    );
  await vi.waitUntil(hasBegun, { timeout: 20_000 });
  const findLast = async () => (await listRequests(account)).at(-1);
  await vi.waitUntil(async () => (await findLast())?.status === 200, { timeout: 20_000 });
  await shareEgress(organization);
  return (await findLast())?.path ?? "";
}

/** Asks for the job until it has ended, and kills the object each time that so many items are done. */
async function followJob({ organization, secret, id }: Job, kills: readonly number[]) {
  const seen: Status[] = [];
  const interrupted: string[] = [];
  for (;;) {
    const { body } = await callRest(secret, "get_job_status", { job_id: id });
    const status = Status.parse(body);
    seen.push(status);
    if (status.status !== "running") return { seen, interrupted };
    if (status.done >= (kills[interrupted.length] ?? COUNT)) {
      interrupted.push(await killDuringWrite(organization));
    }
    await scheduler.wait(20);
  }
}

/** How often each of these was written, as far back as the stand-in remembers. */
async function countWrites(account: SandboxAccount, paths: readonly string[]): Promise<number[]> {
  const requests = await listRequests(account);
  return paths.map((path) => requests.filter((sent) => sent.method === "PUT" && sent.path === path).length);
}

async function expectEnded({ organization, id }: Job, seen: readonly Status[]): Promise<void> {
  expect(seen.at(-1)).toEqual({ status: "done", total: COUNT, done: COUNT, failed: 0 });
  expect(new Set(seen.map(({ done }) => done)).size).toBeGreaterThan(10);
  const items = (await readTable(organization, "change_items")).filter(({ change }) => change === id);
  expect(new Set(items.map(({ item }) => item)).size).toBe(COUNT);
  expect(items.filter(({ state, result }) => state === "done" && result !== null)).toHaveLength(COUNT);
  expect(await listOutcomes(organization, id)).toEqual(
    Array.from({ length: COUNT }, (_, seq) => [seq, "ok"]),
  );
  const ends = (await listAudit(organization)).filter(
    ({ action, target }) => action === "changes/end" && target === id,
  );
  expect(ends).toHaveLength(1);
}

async function countBillable(organization: TestOrganization, tool: string) {
  const rows = (await readTable(organization, "usage")).filter((row) => row.tool === tool);
  return rows.reduce((sum, { billable }) => sum + Number(billable), 0);
}

test("raising 500 rates by a tenth survives being killed again and again: each once, one outcome each, and all taken back", async () => {
  const organization = await createOrganization(await createAccount("large"));
  const { account } = organization;
  const { secret } = await createKey(organization, { scopes: ["read", "write"] });
  const before = await readListings(account);
  expect(before).toHaveLength(COUNT);
  await shareEgress(organization);
  await setClockSpeed(SPEED);

  const { body } = await callRest(secret, "batch_update_listings", { all: true, price_change_percent: 10 });
  const raising = { organization, secret, id: body.change_id };
  expect(body.job).toEqual({ id: raising.id, status: "running", total: COUNT, done: 0, failed: 0 });
  const raised = await followJob(raising, [290, 350, 420]);
  await expectEnded(raising, raised.seen);
  // Who carries on looks first, and finds that it is there already.
  expect(await countWrites(account, raised.interrupted)).toEqual([1, 1, 1]);
  expect(await readListings(account)).toEqual(raise(before));
  expect(await countBillable(organization, "batch_update_listings")).toBe(1);

  const undo = await callRest(secret, "undo_change", { change_id: raising.id });
  const undoing = { organization, secret, id: undo.body.change_id };
  expect(undo.body.job).toMatchObject({ id: undoing.id, status: "running", total: COUNT });
  const restored = await followJob(undoing, [300, 400]);
  await expectEnded(undoing, restored.seen);
  expect(await countWrites(account, restored.interrupted)).toEqual([1, 1]);
  expect(await readListings(account)).toEqual(before);
  expect(await countBillable(organization, "undo_change")).toBe(1);
  const { body: undone } = await callRest(secret, "get_job_status", { job_id: raising.id });
  expect(undone).toMatchObject({ status: "undone" });
}, 120_000);
