import type { GenericOAuthConfig } from "better-auth/plugins/generic-oauth";
import { z } from "zod";
import { fetchProfile, type ProviderSettings, toUserInfo } from "./profile.ts";

const Person = z.object({
  id: z.int().positive(),
  login: z.string(),
  name: z.string().nullish(),
  avatar_url: z.string().nullish(),
});
const Addresses = z.array(z.object({ email: z.email(), primary: z.boolean(), verified: z.boolean() }));

export function github(settings: ProviderSettings): GenericOAuthConfig {
  const { clientId, clientSecret, url = "https://github.com", apiUrl = "https://api.github.com" } = settings;
  return {
    providerId: "github",
    name: "GitHub",
    clientId,
    clientSecret,
    authorizationUrl: `${url}/login/oauth/authorize`,
    tokenUrl: `${url}/login/oauth/access_token`,
    scopes: ["read:user", "user:email"],
    getUserInfo: async ({ accessToken }) => {
      const person = await fetchProfile(`${apiUrl}/user`, accessToken, Person);
      // The address on the profile is for show; which ones are confirmed is said only here.
      const addresses = await fetchProfile(`${apiUrl}/user/emails`, accessToken, Addresses);
      if (person === null || addresses === null) return null;
      const verifiedEmail = addresses.find(({ primary, verified }) => primary && verified)?.email ?? null;
      const { id, login, name, avatar_url: picture } = person;
      return toUserInfo({ id: String(id), verifiedEmail, name: name || login, picture });
    },
  };
}
