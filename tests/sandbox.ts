import { env } from "cloudflare:workers";

export interface SandboxAccount {
  accountId: string;
  clientSecret: string;
}

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

/** A Hostaway account of its own for one test: 3 listings and 12 bookings, or the demo data. No limits but its own. */
export async function createAccount(seed: "small" | "demo" | "empty" = "small"): Promise<SandboxAccount> {
  return (await control("POST", "/hostaway/accounts", { seed })) as SandboxAccount;
}
