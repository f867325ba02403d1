import { z } from "zod";
import type { ClockSource } from "#lib/clock.ts";
import { KEY_RING_HELP, type KeyRing, parseKeyRing } from "#lib/key-ring.ts";

/** What the platform hands the Worker; everything but the bindings is unknown until parsed. */
export interface Env {
  DB: D1Database;
  ORGANIZATION: DurableObjectNamespace;
  UPSTREAM_BUDGET: DurableObjectNamespace;
  /** Bound in development only: the sandbox's clock. */
  CLOCK?: Service<ClockSource & Rpc.WorkerEntrypointBranded>;
  /** Bound in production; elsewhere EMAIL_URL says where mail goes. */
  EMAIL?: SendEmail;
  API_URL: string;
  DASHBOARD_URL: string;
  EMAIL_FROM: string;
  EMAIL_URL?: string;
  EMAIL_TOKEN?: string;
  KEY_RING: string;
  HOSTAWAY_URL?: string;
  HOSTAWAY_REQUESTS_PER_10_SECONDS?: string;
  HOSTAWAY_EGRESS?: string;
  STRIPE_SECRET_KEY?: string;
  STRIPE_WEBHOOK_SECRET?: string;
  STRIPE_URL?: string;
  ALLOWED_ORIGINS?: string;
  OUTGOING_WEBHOOK_HOSTS?: string;
  OPERATOR_EMAILS?: string;
  OPERATOR_NAME?: string;
  OPERATOR_ADDRESS?: string;
  OPERATOR_CONTACT?: string;
  GOOGLE_CLIENT_ID?: string;
  GOOGLE_CLIENT_SECRET?: string;
  GOOGLE_URL?: string;
  GITHUB_CLIENT_ID?: string;
  GITHUB_CLIENT_SECRET?: string;
  GITHUB_URL?: string;
  GITHUB_API_URL?: string;
}

/** Without a slash at the end. */
const Address = z.url().transform((url) => url.replace(/\/+$/, ""));

const List = z
  .string()
  .default("")
  .transform((list) => list.split(",").flatMap((item) => item.trim() || []));

const Settings = z.object({
  /** Public address of the API. */
  API_URL: Address,
  /** Public address of the dashboard. */
  DASHBOARD_URL: Address,
  EMAIL_FROM: z.email(),
  /** An e-mail provider that takes JSON over HTTP, instead of the EMAIL binding. */
  EMAIL_URL: z.url().optional(),
  EMAIL_TOKEN: z.string().optional(),
  KEY_RING: z.string({ error: `is missing. ${KEY_RING_HELP}` }),
  /** Another address for Hostaway's API: a relay, or the sandbox. */
  HOSTAWAY_URL: z.url().optional(),
  /** For accounts whose limit Hostaway has raised. */
  HOSTAWAY_REQUESTS_PER_10_SECONDS: z.coerce.number().int().positive().optional(),
  /** `shared`: all requests leave by one address, such as a relay's, and Hostaway's limit per address counts them together. */
  HOSTAWAY_EGRESS: z.enum(["shared", "spread"]).default("spread"),
  /** Billing is on where both are set. Several webhook secrets are separated by commas, while one is being replaced. */
  STRIPE_SECRET_KEY: z.string().optional(),
  STRIPE_WEBHOOK_SECRET: z.string().optional(),
  /** Another address for Stripe's API, such as the sandbox's. */
  STRIPE_URL: Address.optional(),
  /** Host names of further sites whose pages may call the API, separated by commas. */
  ALLOWED_ORIGINS: List,
  /** Hosts, with their ports, that outgoing webhooks may call although they are not public, separated by commas. */
  OUTGOING_WEBHOOK_HOSTS: List,
  /** Verified addresses of the people who may open the operator console, separated by commas. */
  OPERATOR_EMAILS: List.transform((emails) => emails.map((email) => email.toLowerCase())),
  /** Who offers this service, as the privacy policy and the terms name them: company, postal address, e-mail. */
  OPERATOR_NAME: z.string().trim().min(1).optional(),
  OPERATOR_ADDRESS: z.string().trim().min(1).optional(),
  OPERATOR_CONTACT: z.email().optional(),
  /** Signing in with Google or GitHub is on where both halves of a client are set. */
  GOOGLE_CLIENT_ID: z.string().optional(),
  GOOGLE_CLIENT_SECRET: z.string().optional(),
  GITHUB_CLIENT_ID: z.string().optional(),
  GITHUB_CLIENT_SECRET: z.string().optional(),
  /** Other addresses for these providers, such as the sandbox's. */
  GOOGLE_URL: Address.optional(),
  GITHUB_URL: Address.optional(),
  GITHUB_API_URL: Address.optional(),
});

export interface UpstreamConfig {
  baseUrl?: string;
  requestsPer10Seconds?: number;
  /** Whether all requests to it leave by one address. */
  isEgressShared?: boolean;
}

export interface Config {
  apiUrl: string;
  dashboardUrl: string;
  email: { from: string; url?: string; token?: string };
  keyRing: KeyRing;
  upstreams: Record<string, UpstreamConfig>;
  /** Null: nobody is billed. */
  stripe: StripeConfig | null;
  allowedOrigins: string[];
  outgoingHosts: string[];
  /** In lower case. */
  operatorEmails: string[];
  operator: { name?: string; address?: string; contact?: string };
  signInProviders: { google?: SignInProvider; github?: SignInProvider };
}

export interface StripeConfig {
  secretKey: string;
  webhookSecrets: string[];
  url?: string;
}

interface SignInProvider {
  clientId: string;
  clientSecret: string;
  url?: string;
  apiUrl?: string;
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
    dashboardUrl: data.DASHBOARD_URL,
    email: { from: data.EMAIL_FROM, url: data.EMAIL_URL, token: data.EMAIL_TOKEN },
    keyRing: parseKeyRing(data.KEY_RING),
    upstreams: {
      hostaway: {
        baseUrl: data.HOSTAWAY_URL,
        requestsPer10Seconds: data.HOSTAWAY_REQUESTS_PER_10_SECONDS,
        isEgressShared: data.HOSTAWAY_EGRESS === "shared",
      },
    },
    stripe: toStripe(data.STRIPE_SECRET_KEY, data.STRIPE_WEBHOOK_SECRET, data.STRIPE_URL),
    allowedOrigins: data.ALLOWED_ORIGINS,
    outgoingHosts: data.OUTGOING_WEBHOOK_HOSTS,
    operatorEmails: data.OPERATOR_EMAILS,
    operator: { name: data.OPERATOR_NAME, address: data.OPERATOR_ADDRESS, contact: data.OPERATOR_CONTACT },
    signInProviders: {
      google: toProvider(data.GOOGLE_CLIENT_ID, data.GOOGLE_CLIENT_SECRET, { url: data.GOOGLE_URL }),
      github: toProvider(data.GITHUB_CLIENT_ID, data.GITHUB_CLIENT_SECRET, {
        url: data.GITHUB_URL,
        apiUrl: data.GITHUB_API_URL,
      }),
    },
  };
  parsed.set(env, config);
  return config;
}

function toStripe(secretKey?: string, webhookSecret = "", url?: string): StripeConfig | null {
  const webhookSecrets = webhookSecret.split(",").flatMap((secret) => secret.trim() || []);
  return secretKey && webhookSecrets.length > 0 ? { secretKey, webhookSecrets, url } : null;
}

function toProvider(
  clientId: string | undefined,
  clientSecret: string | undefined,
  addresses: { url?: string; apiUrl?: string },
): SignInProvider | undefined {
  return clientId && clientSecret ? { clientId, clientSecret, ...addresses } : undefined;
}
