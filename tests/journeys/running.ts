import { z } from "zod";
import { OrgId } from "#ids.ts";

/** The line that `npm start -- --json` prints, and not a key more. */
export const Running = z.strictObject({
  api: z.url(),
  mcp: z.url(),
  dashboard: z.url(),
  sandbox: z.url(),
  mailbox: z.url(),
  organization: OrgId,
  email: z.email(),
  password: z.string().min(10),
  apiKey: z.string().regex(/^api_[0-9a-f]{64}$/),
});
export type Running = z.infer<typeof Running>;

/** `POST /api/v1/tools/<name>` of a platform in another process. */
export function callRest({ api, apiKey }: Running, name: string, args: object = {}): Promise<Response> {
  return fetch(`${api}/api/v1/tools/${name}`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-api-key": apiKey },
    body: JSON.stringify(args),
  });
}
