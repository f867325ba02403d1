import { z } from "zod";
import { type Env, getConfig } from "#env.ts";
import { toErrorResponse } from "#lib/error-response.ts";
import { toAuthError } from "./auth-errors.ts";
import { getAuth } from "./get-auth.ts";

const Refusal = z.object({ code: z.string().default(""), message: z.string().default("") }).catch({
  code: "",
  message: "",
});

/** Everything below /api/v1/auth. What better-auth refuses leaves as a receipt; redirects stay as they are. */
export async function handleAuth(request: Request, env: Env): Promise<Response> {
  const auth = getAuth(env);
  const signUp = new URL(request.url).pathname.endsWith("/sign-up/email")
    ? await request.clone().text()
    : null;
  const response = await auth.handler(request);
  if (response.status < 400) return response;
  // Two signed up at once: on its second try the slower one finds the address taken, and is answered as for that.
  if (signUp !== null && response.status === 422) {
    const again = new Request(request.url, { method: "POST", headers: request.headers, body: signUp });
    return toReceipt(await auth.handler(again), env);
  }
  return toReceipt(response, env);
}

async function toReceipt(response: Response, env: Env): Promise<Response> {
  if (response.status < 400) return response;
  const { code, message } = Refusal.parse(await response.json().catch(() => null));
  const error = toAuthError({ status: response.status, code, message });
  const receipt = toErrorResponse(error, getConfig(env).apiUrl);
  for (const cookie of response.headers.getSetCookie()) receipt.headers.append("set-cookie", cookie);
  return receipt;
}
