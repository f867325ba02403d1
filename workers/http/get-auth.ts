import { waitUntil } from "cloudflare:workers";
import { provisionOrganization } from "#billing/provision-organization.ts";
import { type Auth, createAuth } from "#directory/auth.ts";
import { sendEmail } from "#directory/send-email.ts";
import { type Env, getConfig } from "#env.ts";
import { getNow } from "#lib/get-now.ts";
import { createTransport } from "#notifications/create-transport.ts";
import { getOrganization } from "#organization/get-organization.ts";
import { throwReceipt } from "./throw-receipt.ts";

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
  const transport = createTransport(env);
  return createAuth({
    db: env.DB,
    secrets: keyRing.ids.map((version) => ({
      version,
      value: Buffer.from(keyRing.derive(version, "session") ?? []).toString("hex"),
    })),
    dashboardUrl,
    sendEmail: async (key, email) => sendEmail({ db: env.DB, transport, now: await getNow(env) }, key, email),
    provision: async (organization) =>
      provisionOrganization({ env, config, now: await getNow(env) }, organization),
    createFirstOrganization: async ({ id: userId, organizationName: name }) => {
      await getAuth(env).api.createOrganization({ body: { name, slug: toSlug(name), userId } });
    },
    revokeKeys: async (organization, memberId) => {
      throwReceipt(
        await getOrganization(env, organization).revokeKeysOfMember({ actor: "system" }, { memberId }),
      );
    },
    defer: waitUntil,
  });
}

/** Readable, and unique by its end. */
function toSlug(name: string): string {
  const words =
    name
      .normalize("NFKD")
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  return [...words, crypto.randomUUID().slice(0, 8)].join("-").slice(-60);
}
