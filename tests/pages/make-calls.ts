import { z } from "zod";
import { type Caller, expectOk, platform } from "./stage.ts";

const Made = z.object({ secret: z.string() });

/** The secret of a new key that may write. */
export async function createKey({ ask, base }: Pick<Caller, "ask"> & { base: string }, name: string) {
  const key = { name, scopes: ["read", "write"] };
  return Made.parse((await expectOk(ask("POST", `${base}/keys`, key))).body).secret;
}

/** What an assistant does: the answer may be a refusal. */
export async function callTool(key: string, name: string, args: object = {}): Promise<void> {
  const response = await fetch(`${platform.api}/api/v1/tools/${encodeURIComponent(name)}`, {
    method: "POST",
    headers: { "X-API-Key": key, "content-type": "application/json" },
    body: JSON.stringify(args),
  });
  await response.arrayBuffer();
}
