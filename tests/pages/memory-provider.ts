import type { OAuthClientProvider } from "@modelcontextprotocol/client";

type Saved = Parameters<NonNullable<OAuthClientProvider["saveClientInformation"]>>[0];
type Discovery = Parameters<NonNullable<OAuthClientProvider["saveDiscoveryState"]>>[0];
type Tokens = Parameters<OAuthClientProvider["saveTokens"]>[0];

/** What either SDK's client keeps of an authorization, in memory, and the address that it sends a person to. */
export function createMemoryProvider(redirectUrl: string) {
  const kept: {
    client?: Saved;
    discovery?: Discovery;
    tokens?: Tokens;
    verifier?: string;
    address?: URL;
  } = {};
  return {
    kept,
    redirectUrl,
    clientMetadata: {
      client_name: "An SDK's client",
      redirect_uris: [redirectUrl],
      token_endpoint_auth_method: "none",
      grant_types: ["authorization_code", "refresh_token"],
      response_types: ["code"],
    },
    clientInformation: () => kept.client,
    saveClientInformation(client: Saved) {
      kept.client = client;
    },
    discoveryState: () => kept.discovery,
    saveDiscoveryState(discovery: Discovery) {
      kept.discovery = discovery;
    },
    tokens: () => kept.tokens,
    saveTokens(tokens: Tokens) {
      kept.tokens = tokens;
    },
    redirectToAuthorization(address: URL) {
      kept.address = address;
    },
    saveCodeVerifier(verifier: string) {
      kept.verifier = verifier;
    },
    codeVerifier: () => kept.verifier ?? "",
  };
}
