import { CimdFetchError, type OAuthHelpers } from "@cloudflare/workers-oauth-provider";
import { AppError } from "#errors.ts";

/** A client's registration may end, or its document change, while its consent page is open. */
export async function assertClientStands(
  oauth: OAuthHelpers,
  { clientId, redirectUri }: { clientId: string; redirectUri: string },
): Promise<void> {
  const client = await oauth.lookupClient(clientId).catch(toNone);
  const wanted = withoutLocalPort(redirectUri);
  if (client?.redirectUris.some((uri) => withoutLocalPort(uri) === wanted)) return;
  throw new AppError("invalid_authorization", "The app is not known here any more. Start again in it.");
}

function toNone(thrown: unknown): null {
  if (thrown instanceof CimdFetchError) return null;
  throw thrown;
}

/** Apps on the person's own machine listen where there is room (RFC 8252 §7.3); only they have plain http. */
function withoutLocalPort(uri: string): string {
  const url = new URL(uri);
  if (url.protocol !== "http:") return uri;
  url.port = "";
  return url.href;
}
