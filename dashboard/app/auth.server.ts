import { type Args, readReceipt, sendToApi, toResponse } from "#api.server.ts";

export interface Answer {
  body: unknown;
  /** The cookies that the API set, to be handed to the browser. */
  headers: Headers;
}

/** Asks for something below `/api/v1/auth`: signing in and out, passwords, second factors, sessions. */
export async function askAuth(args: Args, path: string, body?: object): Promise<Answer> {
  const url = new URL(`/api/v1/auth${path}`, args.request.url);
  const init =
    body === undefined
      ? {}
      : { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
  const response = await sendToApi(args, new Request(url, init));
  if (response.status >= 400) throw toResponse(await readReceipt(response), response.status);
  const headers = new Headers();
  for (const cookie of response.headers.getSetCookie()) headers.append("Set-Cookie", cookie);
  return { body: await response.json().catch(() => null), headers };
}
