import { env, exports } from "cloudflare:workers";
import type { OrgId } from "#ids.ts";
import { getOrganization } from "#organization/get-organization.ts";
import { createAccount, type SandboxAccount } from "./sandbox.ts";

export interface TestOrganization {
  id: OrgId;
  apiKey: string;
  account: SandboxAccount;
  object: ReturnType<typeof getOrganization>;
}

/** An organization of its own for one test, connected to a Hostaway account of its own. */
export async function createOrganization(given?: SandboxAccount): Promise<TestOrganization> {
  const account = given ?? (await createAccount());
  const { id, apiKey } = await exports.Setup.createOrganization({
    name: "Test organization",
    connector: "hostaway",
    credential: { accountId: account.accountId, secretKey: account.clientSecret },
  });
  return { id, apiKey, account, object: getOrganization(env, id) };
}

const API = "https://latchkey.test";

/** `POST /api/v1/tools/<name>`. */
export async function callRest(apiKey: string, name: string, args: unknown = {}) {
  const response = await exports.default.fetch(`${API}/api/v1/tools/${name}`, {
    method: "POST",
    headers: { "x-api-key": apiKey, "content-type": "application/json" },
    body: JSON.stringify(args),
  });
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as Record<string, unknown>,
  };
}

export function fetchApi(path: string, init?: RequestInit): Promise<Response> {
  return exports.default.fetch(`${API}${path}`, init);
}
