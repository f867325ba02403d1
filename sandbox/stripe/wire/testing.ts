import { z } from "zod";
import { control, worker } from "#sandbox/testing.ts";
import { stripeClient } from "../testing.ts";

const Account = z.object({ account: z.string(), secretKey: z.string() });

/** An account of the test's own, as the official client and as plain requests see it. */
export async function newAccount() {
  const { account, secretKey } = Account.parse((await control("/stripe/accounts", {})).body);
  const send = (method: string, path: string, options: Sent = {}) =>
    sendAs(`Bearer ${secretKey}`, method, path, options);
  return { account, secretKey, stripe: stripeClient(secretKey), send };
}

interface Sent {
  /** As a form encodes it. */
  form?: string;
  headers?: Record<string, string>;
}

const Body = z.looseObject({
  id: z.string().optional(),
  error: z.looseObject({ type: z.string(), message: z.string() }).optional(),
});

export async function sendAs(
  authorization: string,
  method: string,
  path: string,
  { form, headers }: Sent = {},
) {
  const response = await worker.fetch(`http://sandbox${path}`, {
    method,
    headers: {
      ...(authorization && { Authorization: authorization }),
      ...(form !== undefined && { "Content-Type": "application/x-www-form-urlencoded" }),
      ...headers,
    },
    body: form,
  });
  const body = Body.parse(await response.json());
  return { status: response.status, headers: response.headers, body };
}
