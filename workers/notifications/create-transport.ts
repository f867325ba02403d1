import { type Env, getConfig } from "#env.ts";
import { createBindingTransport, createHttpTransport, type Transport } from "./transport.ts";

/** A provider's address where one is set, else the platform's own binding. */
export function createTransport(env: Env): Transport {
  const { email } = getConfig(env);
  if (email.url !== undefined) return createHttpTransport(email.url, email.from, email.token);
  if (env.EMAIL !== undefined) return createBindingTransport(env.EMAIL, email.from);
  throw new Error("No e-mail can be sent: bind EMAIL in wrangler.toml, or set EMAIL_URL.");
}
