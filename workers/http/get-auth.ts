import { waitUntil } from "cloudflare:workers";
import { provisionOrganization } from "#billing/provision-organization.ts";
import { type Auth, createAuth } from "#directory/auth.ts";
import { sendEmail } from "#directory/send-email.ts";
import { type Env, getConfig } from "#env.ts";
import { getNow } from "./get-now.ts";
import { getTransport } from "./get-transport.ts";

const known = new WeakMap<Env, Auth>();

/** Made once per isolate: building it costs more than most requests. */
export function getAuth(env: Env): Auth {
  const auth = known.get(env) ?? makeAuth(env);
  known.set(env, auth);
  return auth;
}

function makeAuth(env: Env): Auth {
  const config = getConfig(env);
  const { dashboardUrl, keyRing } = config;
  const secret = keyRing.derive(keyRing.current, "session");
  if (secret === undefined) throw new Error("The key ring has no current secret.");
  const transport = getTransport(env);
  return createAuth({
    db: env.DB,
    secret: Buffer.from(secret).toString("hex"),
    dashboardUrl,
    sendEmail: async (key, email) => sendEmail({ db: env.DB, transport, now: await getNow(env) }, key, email),
    provision: async (organization) =>
      provisionOrganization({ env, config, now: await getNow(env) }, organization),
    defer: waitUntil,
  });
}
