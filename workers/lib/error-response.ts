import { type AppError, toReceipt } from "#errors.ts";

/** `{ "error": receipt }` with the status, `Retry-After` and `WWW-Authenticate` that go with it. */
export function toErrorResponse(error: AppError, apiUrl: string, challenge = toChallenge(error)): Response {
  const { retryAfterSeconds } = error.details;
  const headers = new Headers({ "cache-control": "no-store" });
  if (error.code === "method_not_allowed") headers.set("allow", "POST");
  if (retryAfterSeconds !== undefined) headers.set("retry-after", String(retryAfterSeconds));
  if (challenge !== null) headers.set("www-authenticate", challenge);
  return Response.json({ error: toReceipt(error, apiUrl) }, { status: error.status, headers });
}

/** On the MCP endpoint a refusal also says where a client learns how it is let in (RFC 9728), and what to ask for. */
export function toMcpErrorResponse(error: AppError, apiUrl: string): Response {
  const challenge = toChallenge(error);
  const { scopes = error.status === 401 ? [FIRST_SCOPE] : null } = error.details;
  if (challenge === null || scopes === null) return toErrorResponse(error, apiUrl);
  const metadata = `resource_metadata="${toResourceMetadataAddress(apiUrl)}"`;
  return toErrorResponse(error, apiUrl, `${challenge}, ${metadata}, scope="${scopes.join(" ")}"`);
}

/** What any use takes; more is asked for when it is needed. */
export const FIRST_SCOPE = "read";

const toResourceMetadataAddress = (apiUrl: string) => `${apiUrl}/.well-known/oauth-protected-resource/mcp`;

function toChallenge({ code, status }: AppError): string | null {
  if (code === "missing_credential") return 'Bearer realm="latchkey"';
  if (status === 401) return 'Bearer realm="latchkey", error="invalid_token"';
  return code === "insufficient_scope" ? 'Bearer realm="latchkey", error="insufficient_scope"' : null;
}
