import { expect, test } from "vitest";
import { ISSUER, RESOURCE } from "#tests/oauth.ts";
import { fetchApi } from "#tests/organization.ts";

const resourceAddresses = [
  "/.well-known/oauth-protected-resource/mcp",
  "/.well-known/oauth-protected-resource",
];
const serverAddresses = [
  "/.well-known/oauth-authorization-server",
  "/.well-known/oauth-authorization-server/mcp",
];
const addresses = [...resourceAddresses, ...serverAddresses];

test.each(resourceAddresses)("%s says who lets in to the MCP endpoint", async (address) => {
  const response = await fetchApi(address);
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toContain("application/json");
  expect(await response.json()).toEqual({
    resource: RESOURCE,
    authorization_servers: [ISSUER],
    scopes_supported: ["read"],
    bearer_methods_supported: ["header"],
    resource_name: "Latchkey",
    resource_documentation: `${ISSUER}/docs`,
  });
});

test.each(serverAddresses)("%s says what the authorization server can do", async (address) => {
  const response = await fetchApi(address);
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({
    issuer: ISSUER,
    authorization_endpoint: `${ISSUER}/authorize`,
    token_endpoint: `${ISSUER}/oauth/token`,
    registration_endpoint: `${ISSUER}/oauth/register`,
    revocation_endpoint: `${ISSUER}/oauth/token`,
    protected_resources: [RESOURCE],
    scopes_supported: [
      ...["read", "write"],
      ...["core", "messaging", "pricing", "finance", "operations"].map((name) => `toolset:${name}`),
    ],
    response_types_supported: ["code"],
    response_modes_supported: ["query"],
    grant_types_supported: ["authorization_code", "refresh_token"],
    token_endpoint_auth_methods_supported: [
      "client_secret_basic",
      "client_secret_post",
      "none",
      "private_key_jwt",
    ],
    token_endpoint_auth_signing_alg_values_supported: expect.arrayContaining(["ES256"]),
    code_challenge_methods_supported: ["S256"],
    authorization_response_iss_parameter_supported: true,
    client_id_metadata_document_supported: true,
  });
});

test.each(addresses)("%s can be read by a page of any site", async (address) => {
  const origin = "https://inspector.example.org";
  const read = await fetchApi(address, { headers: { origin } });
  expect(["*", origin]).toContain(read.headers.get("access-control-allow-origin"));
  const asked = await fetchApi(address, {
    method: "OPTIONS",
    headers: {
      origin,
      "access-control-request-method": "GET",
      "access-control-request-headers": "mcp-protocol-version",
    },
  });
  expect(asked.status).toBe(204);
  expect(["*", origin]).toContain(asked.headers.get("access-control-allow-origin"));
  expect(asked.headers.get("access-control-allow-headers")).toContain("*");
});

test.each(addresses)("%s answers HEAD without a body, and takes no POST", async (address) => {
  const head = await fetchApi(address, { method: "HEAD" });
  expect([head.status, await head.text()]).toEqual([200, ""]);
  expect(head.headers.get("content-type")).toContain("application/json");
  for (const method of ["POST", "DELETE"]) {
    const response = await fetchApi(address, { method });
    expect(response.status).toBe(405);
    expect(response.headers.get("allow")).toBe("GET, HEAD, OPTIONS");
  }
});

test.each(["/.well-known/openid-configuration", "/.well-known/oauth-protected-resource/other"])(
  "there is no %s",
  async (address) => {
    expect((await fetchApi(address)).status).toBe(404);
  },
);
