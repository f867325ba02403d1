import { AppError, type ErrorCode } from "#errors.ts";

const codes: Partial<Record<ErrorCode, string>> = {
  rate_limited: "temporarily_unavailable",
  body_too_large: "invalid_request",
  invalid_request: "invalid_request",
  unsupported_media_type: "invalid_request",
  invalid_authorization: "invalid_client",
};

export const OAUTH_HEADERS = { "cache-control": "no-store", "access-control-allow-origin": "*" };

/** Our own refusals in the words of OAuth, RFC 6749 §5.2. */
export async function answerOAuth(task: () => Promise<Response>): Promise<Response> {
  try {
    return await task();
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown;
    const { code, details, message, status } = thrown;
    const headers = new Headers(OAUTH_HEADERS);
    if (details.retryAfterSeconds !== undefined)
      headers.set("retry-after", String(details.retryAfterSeconds));
    const error = codes[code] ?? "server_error";
    return Response.json({ error, error_description: message }, { status, headers });
  }
}
