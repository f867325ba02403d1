import { z } from "zod";
import type { Store } from "#sandbox/store.ts";

const Token = z.object({
  token: z.string(),
  accountId: z.string(),
  mintedAt: z.number(),
  expiresAt: z.number(),
  isRevoked: z.boolean(),
});
export type Token = z.infer<typeof Token>;

/** Every token ever minted; dead ones are kept, since they still tell whose they were. */
export class Tokens {
  readonly #store: Store;
  readonly #tokens = new Map<string, Token>();

  constructor(store: Store) {
    this.#store = store;
    for (const row of store.acrossAccounts("token")) this.#remember(Token.parse(row));
  }

  mint(accountId: string, now: number, expiresInSeconds: number): Token {
    const token = {
      token: toJwt(accountId, now, expiresInSeconds),
      accountId,
      mintedAt: now,
      expiresAt: now + expiresInSeconds * 1000,
      isRevoked: false,
    };
    return this.#put(token);
  }

  find(token: string): Token | undefined {
    return this.#tokens.get(token);
  }

  revoke(token: Token): void {
    this.#put({ ...token, isRevoked: true });
  }

  revokeAll(accountId: string): void {
    for (const token of this.#tokens.values()) if (token.accountId === accountId) this.revoke(token);
  }

  #put(token: Token): Token {
    this.#store.put("token", token.accountId, token.token, token);
    return this.#remember(token);
  }

  #remember(token: Token): Token {
    this.#tokens.set(token.token, token);
    return token;
  }
}

/** Looks like the JWT that Hostaway gives out; nothing here ever checks the signature. */
function toJwt(accountId: string, now: number, expiresInSeconds: number): string {
  const issuedAt = Math.floor(now / 1000);
  const claims = {
    aud: accountId,
    jti: crypto.randomUUID(),
    iat: issuedAt,
    nbf: issuedAt,
    exp: issuedAt + expiresInSeconds,
    sub: "",
    scopes: ["general"],
  };
  const signature = crypto.getRandomValues(new Uint8Array(256));
  return [
    JSON.stringify({ typ: "JWT", alg: "RS256" }),
    JSON.stringify(claims),
    String.fromCharCode(...signature),
  ]
    .map(toBase64Url)
    .join(".");
}

const toBase64Url = (text: string) => btoa(text).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
