import { runInDurableObject } from "cloudflare:test";
import { env, exports } from "cloudflare:workers";
import { z } from "zod";
import type { ClockReading } from "./clock.ts";
import { sandboxSecret } from "./hostaway/sandbox-accounts.ts";
import type { Sandbox } from "./sandbox.ts";

interface ClockBinding {
  read(): Promise<ClockReading>;
}

// vitest.config.ts makes index.ts the main module and binds the object, which their types cannot know.
const Exports = z.object({ default: z.custom<Fetcher>(), Clock: z.custom<ClockBinding>() });
const Env = z.object({ SANDBOX: z.custom<DurableObjectNamespace<Sandbox>>() });

export const { default: worker, Clock: clock } = Exports.parse(exports);
export const sandboxObject = () => Env.parse(env).SANDBOX.getByName("sandbox");

/** The object loses its memory, whatever is under way in it; what was stored stays. */
export async function restartSandbox(): Promise<void> {
  const aborting = runInDurableObject(sandboxObject(), async (_, state) => {
    await state.storage.sync();
    state.abort("restarted by a test");
  });
  await aborting.catch(() => {});
}

const Credentials = z.object({ accountId: z.string(), clientSecret: z.string() });
const AccessToken = z.object({ access_token: z.string() });
const List = z.looseObject({ result: z.array(z.looseObject({ id: z.int() })), count: z.int().optional() });
const Single = z.looseObject({ result: z.looseObject({ id: z.int() }) });

export interface Answer {
  status: number;
  headers: Headers;
  body: unknown;
}

/** Requests the sandbox; an object becomes a JSON body. */
export async function request(
  path: string,
  { body, ...init }: Omit<RequestInit, "body"> & { body?: object } = {},
) {
  const response = await worker.fetch(`http://sandbox${path}`, {
    ...init,
    body: body && JSON.stringify(body),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text };
}

export async function control(path: string, body: object, method = "POST"): Promise<Answer> {
  const { text, ...answer } = await request(`/control${path}`, { method, body });
  return { ...answer, body: JSON.parse(text) };
}

/** For after tests that move the clock: vitest may run the next file against the same sandbox. */
export const resetSandbox = () => control("/reset", {});

export const advance = (amount: number | string) => control("/clock", { advance: amount });

export function requestToken(fields: Record<string, string>): Promise<Response> {
  return worker.fetch("http://sandbox/hostaway/v1/accessTokens", {
    method: "POST",
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ grant_type: "client_credentials", scope: "general", ...fields }).toString(),
  });
}

export async function mintToken(accountId: string, clientSecret: string): Promise<string> {
  const response = await requestToken({ client_id: accountId, client_secret: clientSecret });
  return AccessToken.parse(await response.json()).access_token;
}

/** A caller of the Hostaway stand-in, signed in to an account. */
export class Caller {
  readonly accountId: string;
  readonly #token: string;

  constructor(accountId: string, token: string) {
    this.accountId = accountId;
    this.#token = token;
  }

  async send(method: string, path: string, body?: object, headers?: Record<string, string>) {
    const authorization = { Authorization: `Bearer ${this.#token}`, ...headers };
    return request(`/hostaway/v1${path}`, { method, body, headers: authorization });
  }

  async get(path: string, headers?: Record<string, string>): Promise<Answer> {
    const { text, ...answer } = await this.send("GET", path, undefined, headers);
    return { ...answer, body: JSON.parse(text) };
  }

  put(path: string, body: object): Promise<Answer> {
    return this.write("PUT", path, body);
  }

  post(path: string, body: object): Promise<Answer> {
    return this.write("POST", path, body);
  }

  delete(path: string): Promise<Answer> {
    return this.write("DELETE", path);
  }

  async write(method: string, path: string, body?: object): Promise<Answer> {
    const { text, ...answer } = await this.send(method, path, body);
    return { ...answer, body: JSON.parse(text) };
  }

  async form(path: string, body: URLSearchParams | FormData) {
    const headers = { Authorization: `Bearer ${this.#token}` };
    const response = await worker.fetch(`http://sandbox/hostaway/v1${path}`, {
      method: "POST",
      headers,
      body,
    });
    return { status: response.status, text: await response.text() };
  }

  /** The result of a write that must succeed. */
  async written(method: "POST" | "PUT", path: string, body: object) {
    const answer = await this.write(method, path, body);
    if (answer.status !== 200) throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`);
    return Single.parse(answer.body).result;
  }

  async list(path: string) {
    const { result, count } = List.parse((await this.get(path)).body);
    return { rows: result, ids: result.map(({ id }) => id), count };
  }

  async single(path: string) {
    return Single.parse((await this.get(path)).body).result;
  }

  set(settings: object): Promise<Answer> {
    return control("/hostaway/settings", { account: this.accountId, ...settings });
  }

  inject(what: "listings" | "reservations" | "messages", body: object): Promise<Answer> {
    return control(`/hostaway/accounts/${this.accountId}/${what}`, body);
  }
}

/** Without limits and without the wait for a fresh token; a test of these sets its own. */
export async function callerOf(accountId: string, clientSecret = sandboxSecret(accountId)): Promise<Caller> {
  const relaxed = { account: accountId, ipLimit: null, accountLimit: null, tokenDelayMs: 0 };
  await control("/hostaway/settings", relaxed);
  return new Caller(accountId, await mintToken(accountId, clientSecret));
}

export async function newCaller(seed: "demo" | "small" | "large" | "empty" = "small"): Promise<Caller> {
  const { accountId, clientSecret } = Credentials.parse((await control("/hostaway/accounts", { seed })).body);
  return callerOf(accountId, clientSecret);
}

/** A caller whose account holds one empty house. */
export async function newHouse(house: object = {}): Promise<{ caller: Caller; id: number }> {
  const caller = await newCaller("empty");
  const given = { name: "House", price: 120, minNights: 2, maxNights: 30, currencyCode: "EUR", ...house };
  const { id } = await caller.written("POST", "/listings", given);
  return { caller, id };
}
