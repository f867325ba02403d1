import { genericOAuth } from "better-auth/plugins/generic-oauth";
import { github } from "./providers/github.ts";
import { google } from "./providers/google.ts";
import type { ProviderSettings } from "./providers/profile.ts";

const providers = { google, github };

export type ProviderId = keyof typeof providers;
/** The providers that are on. */
export type SignInProviders = Partial<Record<ProviderId, ProviderSettings>>;

/** Signing in at a provider. PKCE and state are better-auth's, and on. */
export function providerSignIn(settings: SignInProviders) {
  const { google: forGoogle, github: forGithub } = settings;
  return genericOAuth({
    config: [
      ...(forGoogle === undefined ? [] : [google(forGoogle)]),
      ...(forGithub === undefined ? [] : [github(forGithub)]),
    ],
  });
}
