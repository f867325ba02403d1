import { platform } from "./stage.ts";

/** What an assistant does: the answer may be a refusal. */
export async function callTool(key: string, name: string, args: object = {}): Promise<void> {
  const response = await fetch(`${platform.api}/api/v1/tools/${encodeURIComponent(name)}`, {
    method: "POST",
    headers: { "X-API-Key": key, "content-type": "application/json" },
    body: JSON.stringify(args),
  });
  await response.arrayBuffer();
}
