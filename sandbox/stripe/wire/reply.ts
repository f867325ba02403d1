import { StripeError, type StripeErrorBody } from "../core/errors.ts";

/** An answer before it is sent, as it can be kept and sent again. */
export interface Reply {
  status: number;
  body: string;
  headers?: Record<string, string>;
}

export const toReply = (object: object): Reply => ({ status: 200, body: JSON.stringify(object) });

/** Without an `error` in the body the official client would take a failure for a success. */
export function toErrorReply(error: unknown): Reply {
  if (error instanceof StripeError)
    return { status: error.status, body: toBody(error.body), headers: error.headers };
  console.error("The Stripe stand-in failed", error);
  const message = "An unknown error occurred while the request was processed.";
  return { status: 500, body: toBody({ type: "api_error", message }) };
}

export const toResponse = ({ status, body, headers }: Reply) =>
  new Response(body, { status, headers: { "Content-Type": "application/json", ...headers } });

const toBody = (error: StripeErrorBody) => JSON.stringify({ error });
