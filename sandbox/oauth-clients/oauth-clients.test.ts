import { expect, test } from "vitest";
import { request } from "#sandbox/testing.ts";

test("a client's document names the very address that it is at", async () => {
  const { status, text } = await request("/oauth-clients/chatgpt.json");
  expect(status).toBe(200);
  expect(JSON.parse(text)).toMatchObject({
    client_id: "http://sandbox/oauth-clients/chatgpt.json",
    redirect_uris: ["https://chatgpt.com/connector_platform_oauth_redirect"],
    token_endpoint_auth_method: "none",
  });
});

test("others lie, are no JSON, lead elsewhere, or are not there", async () => {
  const impostor = JSON.parse((await request("/oauth-clients/impostor.json")).text);
  expect(impostor.client_id).toBe("https://claude.ai/oauth-clients/claude.json");
  expect((await request("/oauth-clients/not-json.json")).text).toContain("<h1>");
  const redirecting = await request("/oauth-clients/redirecting.json", { redirect: "manual" });
  expect(redirecting.headers.get("location")).toBe("https://10.0.0.1/oauth-clients/claude.json");
  const open = await request("/oauth-clients/open-redirect.json");
  expect(JSON.parse(open.text).client_id).toBe("http://sandbox/oauth-clients/open-redirect.json");
  expect((await request("/oauth-clients/nobody.json")).status).toBe(404);
});
