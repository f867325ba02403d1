import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { z } from "zod";
import type { Platform } from "./platform.ts";

const Demo = z.object({
  organization: z.string(),
  apiKey: z.string(),
  email: z.string(),
  password: z.string(),
});
export type Demo = z.infer<typeof Demo>;

/** Who owns the demo organization. The password is made when it is. */
const OWNER = { name: "Ann Miller", email: "demo@example.com" };

/** The demo organization, connected to the sandbox's large Hostaway account. Its key is kept in a file of its own. */
export async function getDemo({ setup }: Platform, file: string): Promise<Demo> {
  if (existsSync(file)) return Demo.parse(JSON.parse(readFileSync(file, "utf8")));
  const password = randomBytes(9).toString("base64url");
  const { id, apiKey } = await setup.createOrganization({
    name: "Harbour Stays",
    owner: { ...OWNER, password },
    connector: "hostaway",
    credential: { accountId: "10001", secretKey: "sandbox-secret-10001" },
  });
  const demo = { organization: id, apiKey, email: OWNER.email, password };
  writeFileSync(file, `${JSON.stringify(demo)}\n`, { mode: 0o600 });
  return demo;
}
