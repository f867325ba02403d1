import { consumeRate } from "#directory/consume-rate.ts";
import type { Env } from "#env.ts";
import { AppError } from "#errors.ts";
import { getNow } from "#lib/get-now.ts";
import type { By } from "#organization/audit/audit-entry.ts";
import { countRequest } from "./count-request.ts";
import { getAuth } from "./get-auth.ts";

/** Of what reads much to answer. */
const ANALYTICS_RATE = { requests: 10, seconds: 60 };

export interface Cost {
  analytics?: boolean;
}

/** Whoever is signed in. */
export interface Person {
  userId: string;
  name: string;
  email: string;
  isEmailVerified: boolean;
  image: string | null;
  hasTwoFactor: boolean;
  session: string;
  activeOrganization: string | null;
  ip: string | undefined;
  by: By;
}

export async function requirePerson(env: Env, headers: Headers, { analytics = false }: Cost = {}) {
  const found = await getAuth(env).api.getSession({ headers });
  if (found === null) throw new AppError("not_signed_in");
  const { session, user } = found;
  const now = await getNow(env);
  await countRequest(env, user.id, now);
  if (analytics) await consumeRate(env.DB, `analytics/${user.id}`, ANALYTICS_RATE, now);
  const ip = headers.get("cf-connecting-ip") ?? undefined;
  const person: Person = {
    userId: user.id,
    name: user.name,
    email: user.email,
    isEmailVerified: user.emailVerified,
    image: user.image ?? null,
    hasTwoFactor: user.twoFactorEnabled === true,
    session: session.id,
    activeOrganization: session.activeOrganizationId ?? null,
    ip,
    by: { actor: `user:${user.id}`, ip, userAgent: headers.get("user-agent") ?? undefined },
  };
  return person;
}
