import { z } from "zod";
import type { UpstreamAnswer, UpstreamSend, UpstreamToken } from "#connectors/define-connector.ts";
import { AppError } from "#errors.ts";

export const HostawayCredential = z.object({
  accountId: z
    .string()
    .trim()
    .regex(/^\d{1,12}$/, "is a number, shown beside the API key in Hostaway")
    .meta({
      title: "Account ID",
      description: "The number shown beside the API key in Hostaway, under Settings, Hostaway API.",
    }),
  secretKey: z.string().trim().min(1).max(500).meta({
    title: "API secret key",
    description:
      "Shown once when the API key is made in Hostaway. It is stored encrypted and never shown again.",
    secret: true,
  }),
});
export type HostawayCredential = z.infer<typeof HostawayCredential>;

const Token = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().positive() });
const TokenAnswer = z.union([Token, z.object({ result: Token }).transform(({ result }) => result)]);
const Failure = z.object({ status: z.literal("fail") });

/** Hostaway documents that a token works one second after it was made. */
const USABLE_AFTER_MS = 1_000;

export async function mintToken(
  { accountId, secretKey }: HostawayCredential,
  send: UpstreamSend,
  now: number,
): Promise<UpstreamToken> {
  const form = {
    grant_type: "client_credentials",
    client_id: accountId,
    client_secret: secretKey,
    scope: "general",
  };
  const answer = await send("/accessTokens", {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded", accept: "application/json" },
    body: new URLSearchParams(form).toString(),
  });
  assertMinted(answer);
  const token = TokenAnswer.safeParse(answer.body);
  if (!token.success)
    throw new AppError("upstream_unavailable", "Hostaway's token answer could not be read.");
  const { access_token, expires_in } = token.data;
  return { value: access_token, expiresAt: now + expires_in * 1_000, usableAfter: USABLE_AFTER_MS };
}

function assertMinted({ status, body, retryAfterSeconds }: UpstreamAnswer): void {
  if (status === 429)
    throw new AppError("upstream_busy", undefined, { retryAfterSeconds: retryAfterSeconds ?? 10 });
  const isRefused = (status >= 400 && status < 500) || Failure.safeParse(body).success;
  if (isRefused && status < 500) {
    throw new AppError("connection_invalid", "Hostaway does not accept this account id and secret key.");
  }
  if (status < 200 || status >= 300) throw new AppError("upstream_unavailable");
}
