import { expect, test } from "vitest";
import { z } from "zod";
import { authorize, exchange, register, toAnswer } from "#tests/authorization.ts";
import { postMcp, toHeaders, toMessage } from "#tests/mcp.ts";
import { approve, ISSUER, newAuthorization, RESOURCE, Tokens } from "#tests/oauth.ts";
import { createOrganization, fetchApi } from "#tests/organization.ts";
import { createPerson } from "#tests/person.ts";

interface Documented {
  /** Of its metadata document; null: it registers itself. */
  clientId: string | null;
  redirectUri: string;
  /** Null: it sends none, as those do that call from a cloud. */
  origin: string | null;
  /** Its requests to the MCP endpoint, in order; it tries the first one before it has a token. */
  requests: ("discover" | "initialize" | "list")[];
}

const clients: Record<string, Documented> = {
  Claude: {
    clientId: "https://claude-client.dev/oauth-clients/claude.json",
    redirectUri: "https://claude.ai/api/mcp/auth_callback",
    origin: null,
    requests: ["discover", "list"],
  },
  "Claude Code": {
    clientId: "https://claude-client.dev/oauth-clients/claude-code.json",
    redirectUri: "http://localhost:54321/callback",
    origin: null,
    requests: ["discover", "initialize", "list"],
  },
  ChatGPT: {
    clientId: "https://chatgpt-client.dev/oauth-clients/chatgpt.json",
    redirectUri: "https://chatgpt.com/connector_platform_oauth_redirect",
    origin: null,
    requests: ["initialize", "list"],
  },
  Cursor: {
    clientId: null,
    redirectUri: "cursor://anysphere.cursor-mcp/oauth/callback",
    origin: null,
    requests: ["initialize", "list"],
  },
  "VS Code": {
    clientId: "https://vscode-client.dev/oauth-clients/vscode.json",
    redirectUri: "http://127.0.0.1:33418",
    origin: "vscode-file://vscode-app",
    requests: ["initialize", "list"],
  },
};

const bodies = {
  discover: ["modern", "server/discover", {}],
  initialize: [
    "legacy",
    "initialize",
    { protocolVersion: "2025-11-25", capabilities: {}, clientInfo: { name: "client", version: "1" } },
  ],
  list: ["legacy", "tools/list", {}],
} as const;

function send(request: keyof typeof bodies, { origin, requests }: Documented, token?: string) {
  const [era, method, params] = bodies[request];
  const headers = {
    ...toHeaders(era, method),
    // Seen of Claude's first request.
    ...(requests[0] === "discover" && { accept: "*/*" }),
    ...(origin !== null && { origin }),
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
  };
  return postMcp(headers, JSON.stringify(toMessage(era, method, params)));
}

const read = async (address: string) => {
  expect(address.startsWith(ISSUER)).toBe(true);
  const response = await fetchApi(address.slice(ISSUER.length));
  expect(response.status).toBe(200);
  return response.json();
};

const Resource = z.object({ resource: z.literal(RESOURCE), authorization_servers: z.tuple([z.url()]) });
const Server = z.object({
  issuer: z.literal(ISSUER),
  authorization_endpoint: z.literal(`${ISSUER}/authorize`),
  token_endpoint: z.literal(`${ISSUER}/oauth/token`),
  registration_endpoint: z.literal(`${ISSUER}/oauth/register`),
});

/** As Cursor does: without application_type, and with addresses of which some lead to an app. */
const metadata = {
  client_name: "Cursor",
  redirect_uris: [
    "cursor://anysphere.cursor-mcp/oauth/callback",
    "https://www.cursor.com/agents/mcp/oauth/callback",
    "http://localhost:8787/callback",
  ],
  grant_types: ["authorization_code", "refresh_token"],
  response_types: ["code"],
  token_endpoint_auth_method: "none",
};
const Registered = z.object({ client_id: z.string() });
const registerCursor = async () =>
  Registered.parse((await register(JSON.stringify(metadata))).body).client_id;

test.each(Object.entries(clients))("%s finds its way from the address to the tools", async (_, client) => {
  const [first = "initialize"] = client.requests;
  const refused = await send(first, client);
  expect(refused.status).toBe(401);
  const challenge = refused.headers.get("www-authenticate") ?? "";
  const [, pathForm = ""] = /resource_metadata="([^"]+)"/.exec(challenge) ?? [];
  const [, scope = ""] = /scope="([^"]+)"/.exec(challenge) ?? [];
  const resource = Resource.parse(await read(pathForm));
  expect(await read(`${ISSUER}/.well-known/oauth-protected-resource`)).toEqual(await read(pathForm));
  const [issuer] = resource.authorization_servers;
  const server = await read(`${issuer}/.well-known/oauth-authorization-server`);
  Server.parse(server);
  expect(server).toMatchObject({
    code_challenge_methods_supported: ["S256"],
    token_endpoint_auth_methods_supported: expect.arrayContaining(["none"]),
    client_id_metadata_document_supported: true,
    authorization_response_iss_parameter_supported: true,
  });

  const clientId = client.clientId ?? (await registerCursor());
  const change = { redirect_uri: client.redirectUri, resource: resource.resource, scope };
  const authorization = newAuthorization(clientId, change);
  const consent = await authorize(authorization.query);
  expect(consent.to?.host).toBe("app.latchkey.test");
  const ann = await createPerson();
  const query = consent.to?.search.slice(1) ?? "";
  const to = await approve(ann, query, await ann.createOrganization());
  expect(to.href.startsWith(client.redirectUri)).toBe(true);
  const answer = toAnswer(to);
  expect(answer).toMatchObject({ state: authorization.parameters.state, iss: issuer });
  const obtained = { ...authorization, code: answer.code ?? "", to };
  const tokens = Tokens.parse((await exchange(obtained, { resource: resource.resource })).body);
  for (const request of client.requests) {
    const { result, status } = await send(request, client, tokens.access_token);
    expect([request, status]).toEqual([request, 200]);
    expect(Object.keys(result)).not.toEqual([]);
  }
});

const origins = [
  null,
  "https://claude.ai",
  "https://claude.com",
  "https://chatgpt.com",
  "https://vscode.dev",
  "vscode-file://vscode-app",
  ISSUER,
];

test.each(origins)("a client that sends the origin %j is answered", async (origin) => {
  const { apiKey } = await createOrganization();
  const headers = { ...toHeaders("legacy", "tools/list"), "x-api-key": apiKey };
  const named = origin === null ? headers : { ...headers, origin };
  const { status } = await postMcp(named, JSON.stringify(toMessage("legacy", "tools/list")));
  expect(status).toBe(200);
});

const strangers = [
  "https://evil.example.org",
  "https://claude.ai.evil.example.org",
  "https://evil-claude.ai",
  "http://localhost:3000",
  "null",
];

test.each(strangers)("a page of %s is not a client", async (origin) => {
  const { apiKey } = await createOrganization();
  const headers = { ...toHeaders("legacy", "tools/list"), "x-api-key": apiKey, origin };
  const { status } = await postMcp(headers, JSON.stringify(toMessage("legacy", "tools/list")));
  expect(status).toBe(403);
});
