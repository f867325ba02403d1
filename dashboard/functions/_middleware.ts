import { refuseForeign } from "#refuse-foreign.ts";
import { securityHeaders } from "#security-headers.ts";

interface PagesContext {
  env: { STAND_IN_URL?: string };
  request: Request;
  data: { nonce?: string };
  next(): Promise<Response>;
}

export async function onRequest({ env, request, data, next }: PagesContext): Promise<Response> {
  const nonce = crypto.randomUUID();
  data.nonce = nonce;
  const answer = refuseForeign(request) ?? (await next());
  const response = new Response(answer.body, answer);
  for (const [name, value] of Object.entries(securityHeaders(request.url, nonce, env.STAND_IN_URL))) {
    response.headers.set(name, value);
  }
  return response;
}
