import type { AuthorizationRequest, TokenRequest } from "./grants.ts";

/** The one client that each provider knows. */
export interface Client {
  id: string;
  secret: string;
  /** How registered addresses end: the sandbox cannot know where the dashboard runs. */
  callback: string;
}

export const googleClient: Client = {
  id: "sandbox-google",
  secret: "sandbox-google-secret",
  callback: "/api/v1/auth/callback/google",
};

export const githubClient: Client = {
  id: "sandbox-github",
  secret: "sandbox-github-secret",
  callback: "/api/v1/auth/callback/github",
};

export function isRegistered({ id, callback }: Client, request: AuthorizationRequest): boolean {
  return request.client_id === id && new URL(request.redirect_uri).pathname === callback;
}

export function isAuthentic({ id, secret }: Client, request: TokenRequest): boolean {
  return request.client_id === id && request.client_secret === secret;
}
