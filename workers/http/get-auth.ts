import { waitUntil } from "cloudflare:workers";
import { type Auth, createAuth } from "#directory/auth.ts";
import { sendEmail } from "#directory/send-email.ts";
import { type Env, getConfig } from "#env.ts";
import { getNow } from "#lib/get-now.ts";
import { log } from "#lib/log.ts";
import { createFirstOrganization } from "#lifecycle/create-first-organization.ts";
import { recordAccountActivity } from "#lifecycle/record-account-activity.ts";
import { createTransport } from "#notifications/create-transport.ts";

const known = new WeakMap<Env, Auth>();

/** Made once per isolate: building it costs more than most requests. */
export function getAuth(env: Env): Auth {
  const auth = known.get(env) ?? makeAuth(env);
  known.set(env, auth);
  return auth;
}

function makeAuth(env: Env): Auth {
  const config = getConfig(env);
  const { dashboardUrl, keyRing, signInProviders: providers } = config;
  const transport = createTransport(env);
  return createAuth({
    db: env.DB,
    secrets: keyRing.ids.map((version) => ({
      version,
      value: Buffer.from(keyRing.derive(version, "session") ?? []).toString("hex"),
    })),
    dashboardUrl,
    providers,
    sendEmail: async (key, email) => sendEmail({ db: env.DB, transport, now: await getNow(env) }, key, email),
    // What fails here, the job finishes: nobody is kept from signing in by it.
    createFirstOrganization: async (userId) => {
      await createFirstOrganization({ env, now: await getNow(env) }, userId).catch((thrown: unknown) =>
        log.error("organization.first-not-made", thrown, { user: userId }),
      );
    },
    recordSignIn: ({ userId, action, ip, userAgent }) =>
      recordAccountActivity(env, {
        userId,
        action,
        actor: `user:${userId}`,
        ip: ip ?? undefined,
        userAgent: userAgent ?? undefined,
      }),
    defer: waitUntil,
  });
}
