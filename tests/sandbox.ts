import { env } from "cloudflare:workers";
import { onTestFinished } from "vitest";
import { z } from "zod";

/** A second of the product's waiting takes a twentieth. */
export const CLOCK_SPEED = 20;

const SandboxAccount = z.object({ accountId: z.string(), clientSecret: z.string() });
export type SandboxAccount = z.infer<typeof SandboxAccount>;

export interface Fault {
  kind: "latency" | "error" | "truncated" | "html" | "empty" | "drip" | "hang";
  /** A prefix below /hostaway/v1. */
  path?: string;
  method?: "GET" | "POST" | "PUT" | "DELETE";
  status?: number;
  times?: number;
  ms?: number;
}

const RequestLog = z.object({
  requests: z.array(
    z.object({
      method: z.string(),
      path: z.string(),
      query: z.record(z.string(), z.string()),
      status: z.number().nullable(),
    }),
  ),
});

/** Calls the sandbox's control surface. */
export async function control(method: string, path: string, body?: unknown): Promise<unknown> {
  const response = await env.SANDBOX.fetch(`https://sandbox.test/control${path}`, {
    method,
    headers: { "content-type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${method} /control${path}: ${response.status} ${await response.text()}`);
  return response.json();
}

/** Until the test is over. */
export async function setClockSpeed(speed: number): Promise<void> {
  await control("POST", "/clock", { speed });
  onTestFinished(async () => {
    await control("POST", "/clock", { speed: CLOCK_SPEED });
  });
}

/** Lets no time pass until the test is over, so that a window stays as full as it is. */
export async function stopClock(): Promise<void> {
  await setClockSpeed(0);
}

export async function advanceClock(duration: string): Promise<void> {
  await control("POST", "/clock", { advance: duration });
}

/**
 * A Hostaway account of its own for one test: 3 listings and 12 bookings, the demo data, or 500 listings. Without limits
 * and without the wait for a fresh token, and silent about what happens in it; a test of these sets its own. The data
 * follow from the account's id and the time.
 */
export async function createAccount(
  seed: "small" | "demo" | "large" | "empty" = "small",
  accountId?: string,
): Promise<SandboxAccount> {
  const account = SandboxAccount.parse(await control("POST", "/hostaway/accounts", { seed, accountId }));
  await setAccount(account, { ipLimit: null, accountLimit: null, tokenDelayMs: 0, webhooks: false });
  return account;
}

export async function setAccount({ accountId }: SandboxAccount, settings: object): Promise<void> {
  await control("POST", "/hostaway/settings", { account: accountId, ...settings });
}

export async function addFault({ accountId }: SandboxAccount, fault: Fault): Promise<void> {
  await control("POST", "/hostaway/faults", { account: accountId, ...fault });
}

export async function removeFaults({ accountId }: SandboxAccount): Promise<void> {
  await control("DELETE", `/hostaway/faults?account=${accountId}`);
}

/** The account with its new secret; the old one and all tokens are dead. */
export async function rotateSecret({ accountId }: SandboxAccount): Promise<SandboxAccount> {
  return SandboxAccount.parse(await control("POST", `/hostaway/accounts/${accountId}/secret`));
}

/** The requests that reached Hostaway for this account, oldest first. */
export async function listRequests({ accountId }: SandboxAccount, path = "/") {
  const log = RequestLog.parse(await control("GET", `/hostaway/requests?account=${accountId}`));
  return log.requests.filter((request) => request.path.startsWith(path));
}
