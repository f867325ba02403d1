import type { Diagnosis } from "./diagnosis.ts";

interface NextPage {
  title: string;
  to: string;
}

const keys: NextPage = { title: "Open API keys", to: "../keys" };
const connections: NextPage = { title: "Open connections", to: "../connections" };
const billing: NextPage = { title: "Open billing", to: "../billing" };

const pages: Partial<Record<NonNullable<Diagnosis["verdict"]["code"]>, NextPage>> = {
  invalid_key: keys,
  revoked_key: keys,
  expired_key: keys,
  ip_not_allowed: keys,
  insufficient_scope: keys,
  not_connected: connections,
  connection_invalid: connections,
  upstream_unavailable: connections,
  payment_required: billing,
  quota_exceeded: billing,
};

/** The page on which to put it right; where all is well, how to go on. Null: there is none. */
export function findNextPage(code: Diagnosis["verdict"]["code"]): NextPage | null {
  if (code === null) return { title: "Set up an assistant with it", to: "../connect?way=key" };
  return pages[code] ?? null;
}
