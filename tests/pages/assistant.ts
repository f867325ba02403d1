import { createHash, randomBytes } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import { z } from "zod";
import { newAddress } from "#tests/new-address.ts";
import { platform } from "./stage.ts";

const Registered = z.object({ client_id: z.string() });
const Tokens = z.object({ access_token: z.string(), scope: z.string() });

/** Where a browser takes what an assistant gets. Real requests, so that nothing is caught which a browser would have refused. */
export async function startLoopback() {
  const { promise, resolve } = Promise.withResolvers<URL>();
  const received: URL[] = [];
  const server = createServer(({ url }, response) => {
    const address = new URL(url ?? "", "http://127.0.0.1");
    response.setHeader("content-type", "text/html").end("<title>Assistant</title><p>Connected.");
    if (address.pathname !== "/callback") return;
    received.push(address);
    resolve(address);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  onTestFinished(() => void server.close());
  // Safe because it listens on TCP.
  const { port } = server.address() as AddressInfo;
  return { redirectUri: `http://127.0.0.1:${port}/callback`, received, arrival: promise };
}

/** An assistant that made itself known, and one request of it: `address` is what it opens in the browser. */
export async function createAssistant({
  name = "Claude",
  redirectUri,
  more = {},
}: {
  name?: string;
  redirectUri: string;
  more?: Record<string, string>;
}) {
  const client = { client_name: name, redirect_uris: [redirectUri], token_endpoint_auth_method: "none" };
  const registered = await fetch(`${platform.api}/oauth/register`, {
    method: "POST",
    headers: { "content-type": "application/json", "cf-connecting-ip": newAddress() },
    body: JSON.stringify(client),
  });
  const { client_id } = Registered.parse(await registered.json());
  const verifier = randomBytes(32).toString("base64url");
  const query = new URLSearchParams({
    response_type: "code",
    client_id,
    redirect_uri: redirectUri,
    state: randomBytes(8).toString("hex"),
    code_challenge: createHash("sha256").update(verifier).digest("base64url"),
    code_challenge_method: "S256",
    resource: `${platform.api}/mcp`,
    ...more,
  });

  async function exchange(arrived: URL) {
    const form = {
      grant_type: "authorization_code",
      client_id,
      code: arrived.searchParams.get("code") ?? "",
      code_verifier: verifier,
      redirect_uri: redirectUri,
    };
    const response = await fetch(`${platform.api}/oauth/token`, {
      method: "POST",
      headers: { "cf-connecting-ip": newAddress() },
      body: new URLSearchParams(form),
    });
    const { access_token: token, scope } = Tokens.parse(await response.json());
    return { token, scope };
  }

  return { address: `${platform.api}/authorize?${query}`, path: `/authorize?${query}`, query, exchange };
}

/** What an assistant does with its token. */
export async function callWithToken(token: string, name = "get_connection_status") {
  const response = await fetch(`${platform.api}/mcp`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${token}`,
      accept: "application/json, text/event-stream",
      "content-type": "application/json",
    },
    body: JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/call", params: { name, arguments: {} } }),
  });
  await response.arrayBuffer();
  return response.status;
}
