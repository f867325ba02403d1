import { z } from "zod";
import { type Caller, expectOk } from "./stage.ts";

const Key = z.object({ id: z.string(), name: z.string(), masked: z.string(), secret: z.string() });

export async function createKey(
  { ask, base }: { ask: Caller["ask"]; base: string },
  terms: { name?: string; environment?: "live" | "test" } = {},
) {
  const { body } = await expectOk(
    ask("POST", `${base}/keys`, { name: "Office", scopes: ["read", "write"], ...terms }),
  );
  return Key.parse(body);
}
