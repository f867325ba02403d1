import type { z } from "zod";
import type { ConnectorPrompt } from "./define-prompt.ts";
import type { ConnectorResource } from "./define-resource.ts";
import type { Tool } from "./define-tool.ts";
import type { ConnectorWebhooks } from "./define-webhooks.ts";
import type { WriteTool } from "./define-write-tool.ts";

export interface UpstreamRequest {
  method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Undefined values are left out; arrays are sent as repeated `name[]`. */
  query?: Record<string, string | number | boolean | readonly (string | number)[] | undefined>;
  /** Sent as JSON. */
  body?: unknown;
  /** Sent as a form instead; undefined values are left out, arrays are repeated `name[]`. */
  form?: Record<string, string | readonly (string | number)[] | undefined>;
  /** A write that changes nothing that is read, such as asking for a report: what is cached stays true. */
  readsOnly?: boolean;
  /** False: after an answer that leaves it open whether it arrived, it is not sent again. As for every POST and PATCH. */
  repeatable?: boolean;
  /** How long an answer to a GET may be served again to this connection, in seconds. 0 or absent: never. */
  cacheSeconds?: number;
  /** Skips the cache for this one read. */
  fresh?: boolean;
  /** What no write changes: served from the cache until its time is up, also to whoever wants everything fresh. */
  constant?: boolean;
  signal?: AbortSignal;
}

/**
 * A fetch bound to one connection. Adds the credential, paces against the upstream's limits, joins identical
 * reads, retries what is safe to repeat, and resolves with the parsed JSON body of a successful answer.
 * Every failure is an AppError.
 */
export type UpstreamFetch = (path: string, request?: UpstreamRequest) => Promise<unknown>;

/** An upstream answer as far as it was read; `body` is undefined when it was not JSON. */
export interface UpstreamAnswer {
  status: number;
  body: unknown;
  text: string;
  retryAfterSeconds?: number;
}

/** What an upstream answer means. `unauthorized`: the token is dead, mint another and repeat once. */
export type Verdict =
  | "ok"
  | "unauthorized"
  | "locked"
  | "not_found"
  | "rejected"
  | "rate_limited"
  | "unavailable";

export interface UpstreamToken {
  value: string;
  /** Milliseconds since the epoch. */
  expiresAt: number;
  /** How long after minting the upstream starts to accept it, in milliseconds. */
  usableAfter: number;
}

export interface Connector<Client = never, Credential extends z.ZodObject = z.ZodObject> {
  name: string;
  title: string;
  baseUrl: string;
  /** What it opens, in a sentence. */
  summary: string;
  /** Where the upstream itself says how to get the credential. */
  docsUrl: string | null;
  /** How a person gets the credential, step by step. */
  steps: readonly string[];
  /**
   * The form that a person fills in: each field carries its label and hint as `.meta({ title, description })`. One that
   * carries `secret: true` too is never shown again.
   */
  credential: Credential;
  /** A short name for the connected account that is safe to show, such as its id. */
  toAccountLabel(credential: z.infer<Credential>): string;
  /** Requests allowed in a sliding window, kept a little under what the upstream publishes. */
  rateLimits: {
    account: { requests: number; seconds: number };
    /** Per address that requests come from. */
    address: { requests: number; seconds: number };
  };
  /** `send` is a plain fetch to the base URL. Throws AppError `connection_invalid` when the credential is wrong. */
  mintToken(credential: z.infer<Credential>, send: UpstreamSend, now: number): Promise<UpstreamToken>;
  toHeaders(token: UpstreamToken): Record<string, string>;
  judge(answer: UpstreamAnswer): Verdict;
  createClient(fetch: UpstreamFetch): Client;
  /** A fetch that knows only the `most` oldest active listings, for plans that serve no more. Absent where there are none. */
  serveListings?(fetch: UpstreamFetch, most: number): UpstreamFetch;
  /** The cheapest call that proves the credential works. Resolves or throws. */
  check(client: Client): Promise<void>;
  /** How many things it holds that are paid for by number. Throws rather than to leave some out. Absent where nothing is. */
  countBillable?(client: Client): Promise<number>;
  tools: readonly Tool<Client>[];
  writes: readonly WriteTool<Client>[];
  /** Absent where the upstream tells no news. */
  webhooks?: ConnectorWebhooks<Client>;
  resources: readonly ConnectorResource[];
  prompts: readonly ConnectorPrompt[];
}

export type UpstreamSend = (path: string, init: RequestInit) => Promise<UpstreamAnswer>;

export function defineConnector<Client, Credential extends z.ZodObject>(
  connector: Connector<Client, Credential>,
): Connector<Client, Credential> {
  return connector;
}
