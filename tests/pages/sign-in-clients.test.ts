import { Client, StreamableHTTPClientTransport, UnauthorizedError } from "@modelcontextprotocol/client";
import { UnauthorizedError as UnauthorizedV1 } from "@modelcontextprotocol/sdk/client/auth.js";
import { Client as ClientV1 } from "@modelcontextprotocol/sdk/client/index.js";
import { StreamableHTTPClientTransport as TransportV1 } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import { expect, test } from "vitest";
import { allow } from "#tests/journeys/allow.ts";
import { createMemoryProvider } from "./memory-provider.ts";
import { createOwner, platform } from "./stage.ts";

const mcp = new URL(`${platform.api}/mcp`);
const identity = { name: "journey", version: "1.0.0" };
const { ask, organization } = await createOwner();
const owner = { ask, organization: organization.id };
const question = { name: "get_connection_status", arguments: {} };

test("the older SDK's client finds the authorization server from the 401, signs in and calls a tool", async () => {
  const authProvider = createMemoryProvider("http://localhost:3334/callback");
  const transport = new TransportV1(mcp, { authProvider });
  await expect(new ClientV1(identity).connect(transport)).rejects.toThrow(UnauthorizedV1);
  const address = getAddress(authProvider);
  expect(address.searchParams.get("resource")).toBe(mcp.href);
  const { searchParams } = await allow(address, owner);
  await transport.finishAuth(searchParams.get("code") ?? "");
  const client = new ClientV1(identity);
  await client.connect(new TransportV1(mcp, { authProvider }));
  expect((await client.callTool(question)).isError).toBeFalsy();
  await client.close();
});

test.each(["legacy", "auto", { pin: "2026-07-28" }] as const)(
  "the newer SDK's client (%j) signs in, calls a tool, and renews its token by itself",
  async (mode) => {
    const authProvider = createMemoryProvider("http://localhost:3334/callback");
    const open = async () => {
      const client = new Client(identity, { versionNegotiation: { mode } });
      const transport = new StreamableHTTPClientTransport(mcp, { authProvider });
      return { client, transport, connecting: client.connect(transport) };
    };
    const first = await open();
    await expect(first.connecting).rejects.toThrow(UnauthorizedError);
    // With the whole answer it checks the issuer too, RFC 9207.
    await first.transport.finishAuth((await allow(getAddress(authProvider), owner)).searchParams);
    const { client, connecting } = await open();
    await connecting;
    expect((await client.callTool(question)).isError).toBeFalsy();

    const { tokens } = authProvider.kept;
    if (tokens === undefined) throw new Error("No tokens were kept.");
    authProvider.saveTokens({ ...tokens, access_token: "over" });
    expect((await client.callTool(question)).isError).toBeFalsy();
    expect(authProvider.kept.tokens?.refresh_token).not.toBe(tokens.refresh_token);
    await client.close();
  },
);

test("a client that may only read asks for more when a tool takes it, and gets no further than was allowed", async () => {
  const authProvider = createMemoryProvider("http://localhost:3334/callback");
  const open = () => new StreamableHTTPClientTransport(mcp, { authProvider });
  const transport = open();
  await expect(new Client(identity).connect(transport)).rejects.toThrow(UnauthorizedError);
  await transport.finishAuth((await allow(getAddress(authProvider), owner)).searchParams);
  const client = new Client(identity);
  const reading = open();
  await client.connect(reading);
  const write = { name: "create_task", arguments: { title: "Towels", dry_run: true } };
  await expect(client.callTool(write)).rejects.toThrow(UnauthorizedError);
  const asked = getAddress(authProvider);
  expect(asked.searchParams.get("scope")).toBe("read write");
  await reading.finishAuth((await allow(asked, { ...owner, scopes: ["read", "write"] })).searchParams);
  const { content } = await client.callTool(write);
  expect(JSON.stringify(content)).toContain("not_connected");
  await client.close();
});

function getAddress({ kept }: ReturnType<typeof createMemoryProvider>): URL {
  if (kept.address === undefined) throw new Error("Nobody was sent anywhere.");
  return kept.address;
}
