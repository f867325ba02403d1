import type { GenericOAuthConfig } from "better-auth/plugins/generic-oauth";
import { z } from "zod";
import { fetchProfile, type ProviderSettings, toUserInfo } from "./profile.ts";

const Person = z.object({
  sub: z.string().min(1),
  email: z.email().nullish(),
  email_verified: z.boolean().nullish(),
  name: z.string().nullish(),
  picture: z.string().nullish(),
});

/**
 * The endpoints are written down and not discovered: a Google that does not answer would otherwise hold up every
 * request that waits for the first one, passwords too.
 */
export function google({ clientId, clientSecret, url }: ProviderSettings): GenericOAuthConfig {
  return {
    providerId: "google",
    name: "Google",
    clientId,
    clientSecret,
    authorizationUrl: `${url ?? "https://accounts.google.com"}/o/oauth2/v2/auth`,
    tokenUrl: `${url ?? "https://oauth2.googleapis.com"}/token`,
    scopes: ["openid", "email", "profile"],
    prompt: "select_account",
    getUserInfo: async ({ accessToken }) => {
      const userInfo = `${url ?? "https://openidconnect.googleapis.com"}/v1/userinfo`;
      const person = await fetchProfile(userInfo, accessToken, Person);
      if (person === null) return null;
      const { sub: id, name, picture, email, email_verified } = person;
      return toUserInfo({ id, verifiedEmail: (email_verified && email) || null, name, picture });
    },
  };
}
