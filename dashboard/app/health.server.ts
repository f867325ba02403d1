import { z } from "zod";
import type { Env } from "../load-context.ts";

const Health = z.object({
  status: z.literal("ok"),
  version: z.string(),
  mcp: z.url({ protocol: /^https?$/ }),
});
export type Health = z.infer<typeof Health>;

const deadlineMs = 3000;

/** Null when the API is unbound, down, too slow or answers something else than its health. */
export async function findHealth(api: Env["API"]): Promise<Health | null> {
  try {
    const signal = AbortSignal.timeout(deadlineMs);
    const response = await api.fetch(new Request("https://api.internal/api/health", { signal }));
    return Health.parse(await response.json());
  } catch (error) {
    console.error("The API's health check failed:", error);
    return null;
  }
}
