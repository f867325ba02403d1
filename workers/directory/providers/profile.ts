import type { z } from "zod";
import { Avatar, toUserName } from "../user-fields.ts";

export interface ProviderSettings {
  clientId: string;
  clientSecret: string;
  /** Where the provider is, if not at its public addresses. */
  url?: string;
  apiUrl?: string;
}

interface Profile {
  /** The provider's own, which never changes. */
  id: string;
  /** Null unless the provider vouches that it is theirs: an address nobody has confirmed opens nothing. */
  verifiedEmail: string | null;
  name: string | null | undefined;
  picture: string | null | undefined;
}

/** A person as better-auth takes them. Without an address the sign-in ends with `email_not_found`. */
export function toUserInfo({ id, verifiedEmail: email, name, picture }: Profile) {
  const image = Avatar.safeParse(picture).data;
  return { id, email, emailVerified: email !== null, name: toUserName(name || email?.split("@")[0]), image };
}

/** Null when the provider does not know the token or answers something else. */
export async function fetchProfile<Schema extends z.ZodType>(
  url: string,
  accessToken: string | undefined,
  schema: Schema,
): Promise<z.infer<Schema> | null> {
  if (accessToken === undefined) return null;
  const headers = {
    authorization: `Bearer ${accessToken}`,
    accept: "application/json",
    "user-agent": "Latchkey",
  };
  const response = await fetch(url, { headers, signal: AbortSignal.timeout(10_000) });
  if (!response.ok) {
    await response.body?.cancel();
    return null;
  }
  return schema.safeParse(await response.json()).data ?? null;
}
