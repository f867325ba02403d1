import { createHash, randomBytes } from "node:crypto";
import { z } from "zod";
import type { Person } from "./people.ts";

const CODE_LIFE_MS = 10 * 60_000;

export const AuthorizationRequest = z.object({
  client_id: z.string(),
  redirect_uri: z.url(),
  response_type: z.literal("code"),
  scope: z.string().default(""),
  state: z.string().default(""),
  code_challenge: z.string().optional(),
  code_challenge_method: z.literal("S256").optional(),
});
export type AuthorizationRequest = z.infer<typeof AuthorizationRequest>;

interface Grant {
  request: AuthorizationRequest;
  person: Person;
  issuedAt: number;
}

export const TokenRequest = z.object({
  client_id: z.string().default(""),
  client_secret: z.string().default(""),
  code: z.string().default(""),
  redirect_uri: z.string().default(""),
  code_verifier: z.string().optional(),
});
export type TokenRequest = z.infer<typeof TokenRequest>;

/** Codes and access tokens that are out. Forgotten at a restart: they live for minutes. */
export class Grants {
  readonly #codes = new Map<string, Grant>();
  readonly #tokens = new Map<string, Grant>();

  issueCode(grant: Grant): string {
    return issue(this.#codes, grant);
  }

  /** A code works once, soon, for the same address and for whoever knows the verifier; else undefined. */
  redeemCode({ code, client_id, redirect_uri, code_verifier }: TokenRequest, now: number) {
    const grant = this.#codes.get(code);
    this.#codes.delete(code);
    if (grant === undefined || now - grant.issuedAt > CODE_LIFE_MS) return undefined;
    const { request } = grant;
    const isTheirs = request.client_id === client_id && request.redirect_uri === redirect_uri;
    if (!isTheirs || request.code_challenge !== toChallenge(code_verifier)) return undefined;
    return { accessToken: issue(this.#tokens, grant), scope: request.scope };
  }

  findPerson(authorization: string | undefined): Person | undefined {
    return this.#tokens.get(authorization?.replace(/^(bearer|token) /i, "") ?? "")?.person;
  }
}

function issue(kept: Map<string, Grant>, grant: Grant): string {
  const secret = randomBytes(20).toString("hex");
  kept.set(secret, grant);
  return secret;
}

function toChallenge(verifier: string | undefined): string | undefined {
  return verifier === undefined ? undefined : createHash("sha256").update(verifier).digest("base64url");
}
