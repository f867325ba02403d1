import { type AppError, toReceipt } from "#errors.ts";

/** `{ "error": receipt }` with the status, `Retry-After` and `WWW-Authenticate` that go with it. */
export function toErrorResponse(error: AppError, apiUrl: string): Response {
  const { retryAfterSeconds } = error.details;
  const headers = new Headers({ "cache-control": "no-store" });
  if (error.code === "method_not_allowed") headers.set("allow", "POST");
  if (retryAfterSeconds !== undefined) headers.set("retry-after", String(retryAfterSeconds));
  const challenge = toChallenge(error);
  if (challenge !== null) headers.set("www-authenticate", challenge);
  return Response.json({ error: toReceipt(error, apiUrl) }, { status: error.status, headers });
}

function toChallenge({ code, status }: AppError): string | null {
  if (code === "missing_credential") return 'Bearer realm="latchkey"';
  if (status === 401) return 'Bearer realm="latchkey", error="invalid_token"';
  return code === "insufficient_scope" ? 'Bearer realm="latchkey", error="insufficient_scope"' : null;
}
