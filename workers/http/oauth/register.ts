import { z } from "zod";
import { consumeRate } from "#directory/consume-rate.ts";
import { createOAuthRecords } from "#directory/oauth-records.ts";
import type { Env } from "#env.ts";
import { AppError } from "#errors.ts";
import { getNow } from "#lib/get-now.ts";
import { parseBody } from "#lib/parse-body.ts";
import { toProblems } from "#lib/parse-input.ts";
import type { RecordStore } from "#lib/record-store.ts";
import { isJson, readText } from "../read-body.ts";
import { readNetwork } from "../read-network.ts";
import { answerOAuth, OAUTH_HEADERS } from "./answer-oauth.ts";
import { askOAuth } from "./library.ts";

const MOST_BYTES = 16 * 1_024;
const MOST_KEPT = 4_096;
const RATE = { requests: 20, seconds: 60 };
const HOURLY_RATE = { requests: 100, seconds: 3_600 };
/** Of everybody together. */
const TOTAL_RATE = { requests: 1_000, seconds: 3_600 };
/** Of one that nobody has let in. From then on it lasts as long as it is used. */
const KEPT_MS = 7 * 24 * 60 * 60 * 1_000;

const Text = z.string().max(200);
const Address = z.string().max(2_000);

/** What is kept of a client is short; the rest is for the library to check. */
const Metadata = z.looseObject({
  client_name: Text.optional(),
  redirect_uris: z.array(Address).min(1).max(20),
  client_uri: Address.optional(),
  logo_uri: Address.optional(),
  policy_uri: Address.optional(),
  tos_uri: Address.optional(),
  jwks_uri: Address.optional(),
  contacts: z.array(Text).max(10).optional(),
});

/** RFC 7591, for clients that have no address of their own to be known by. */
export function handleRegister(request: Request, env: Env): Promise<Response> {
  return answerOAuth(async () => {
    if (request.method !== "POST") return askOAuth(env, request);
    const now = await getNow(env);
    const network = readNetwork(request.headers);
    await consumeRate(env.DB, `oauth-register/${network}`, RATE, now);
    await consumeRate(env.DB, `oauth-register/hour/${network}`, HOURLY_RATE, now);
    if (!isJson(request.headers)) throw new AppError("unsupported_media_type");
    const body = await readText(request, MOST_BYTES);
    const problems = findProblems(body);
    if (problems !== null) return toInvalidMetadata(problems);
    await consumeRate(env.DB, "oauth-register", TOTAL_RATE, now);
    const { headers, method, url } = request;
    const records = briefly(createOAuthRecords(env.DB));
    return askOAuth(env, new Request(url, { method, headers, body }), records);
  });
}

function briefly(records: RecordStore): RecordStore {
  return { ...records, save: (key, value) => records.save(key, value, Date.now() + KEPT_MS) };
}

function findProblems(body: string): string | null {
  const parsed = Metadata.safeParse(parseBody(body));
  if (!parsed.success) return toProblems(parsed.error);
  return body.length > MOST_KEPT ? `All of it together may have ${MOST_KEPT} letters.` : null;
}

/** In the words of RFC 7591 §3.2.2. */
const toInvalidMetadata = (problems: string) =>
  Response.json(
    { error: "invalid_client_metadata", error_description: problems },
    { status: 400, headers: OAUTH_HEADERS },
  );
