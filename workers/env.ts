import { z } from "zod";
import type { ClockSource } from "#lib/clock.ts";
import { type KeyRing, parseKeyRing } from "#lib/key-ring.ts";

/** What the platform hands the Worker; everything but the bindings is unknown until parsed. */
export interface Env {
  DB: D1Database;
  ORGANIZATION: DurableObjectNamespace;
  /** Bound in development only: the sandbox's clock. */
  CLOCK?: Service<ClockSource & Rpc.WorkerEntrypointBranded>;
  API_URL: string;
  KEY_RING: string;
  HOSTAWAY_URL?: string;
  HOSTAWAY_REQUESTS_PER_10_SECONDS?: string;
  ALLOWED_ORIGINS?: string;
}

const Settings = z.object({
  /** Public address of the API, without a slash at the end. */
  API_URL: z.url().transform((url) => url.replace(/\/+$/, "")),
  KEY_RING: z.string({ error: "is missing" }),
  /** Another address for Hostaway's API: a relay, or the sandbox. */
  HOSTAWAY_URL: z.url().optional(),
  /** For accounts whose limit Hostaway has raised. */
  HOSTAWAY_REQUESTS_PER_10_SECONDS: z.coerce.number().int().positive().optional(),
  /** Host names of further sites whose pages may call the API, separated by commas. */
  ALLOWED_ORIGINS: z
    .string()
    .default("")
    .transform((list) => list.split(",").flatMap((origin) => origin.trim() || [])),
});

export interface Config {
  apiUrl: string;
  keyRing: KeyRing;
  upstreams: Record<string, { baseUrl?: string; requestsPer10Seconds?: number }>;
  allowedOrigins: string[];
}

const parsed = new WeakMap<object, Config>();

/** Throws with the name of the setting and how to make one; never with a value. */
export function getConfig(env: Env): Config {
  const known = parsed.get(env);
  if (known !== undefined) return known;
  const settings = Settings.safeParse(env);
  if (!settings.success) {
    throw new Error(
      settings.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("; "),
    );
  }
  const { data } = settings;
  const config: Config = {
    apiUrl: data.API_URL,
    keyRing: parseKeyRing(data.KEY_RING),
    upstreams: {
      hostaway: {
        baseUrl: data.HOSTAWAY_URL,
        requestsPer10Seconds: data.HOSTAWAY_REQUESTS_PER_10_SECONDS,
      },
    },
    allowedOrigins: data.ALLOWED_ORIGINS,
  };
  parsed.set(env, config);
  return config;
}
