import { exports } from "cloudflare:workers";
import { expect, test } from "vitest";
import { createPerson } from "#tests/person.ts";
import { routes } from "#tests/routes.ts";

const DASHBOARD = "https://app.latchkey.test";
const AUTH = "/api/v1/auth";
const changing = routes.filter(({ method }) => method !== "GET");

async function send(method: string, path: string, body: string, type?: string, cookie = "") {
  const headers = new Headers({ origin: DASHBOARD, cookie, "cf-connecting-ip": "2001:db8:1:2::3" });
  if (type !== undefined) headers.set("content-type", type);
  // Bytes, since text would bring a type of its own.
  const request = new Request(`${DASHBOARD}${path}`, {
    method,
    headers,
    body: new TextEncoder().encode(body),
  });
  const response = await exports.Dashboard.fetch(request);
  const { error } = (await response.json()) as { error?: { code: string; limit?: number } };
  return { status: response.status, code: error?.code, limit: error?.limit };
}

/** Somebody's session and organization, and how every route below it is addressed. */
async function createOwner() {
  const owner = await createPerson();
  const id = await owner.createOrganization();
  return {
    cookie: owner.browser.cookie(),
    toAddress: (path: string) => path.replace("{organization}", id).replaceAll(/\{\w+\}/g, "none"),
  };
}

const bodies: [what: string, body: string, type: string | undefined, code: RegExp][] = [
  ["malformed JSON", '{"a":', "application/json", /^(invalid_request|not_found|conflict|rate_limited)$/],
  ["an empty body", "", "application/json", /^(invalid_request|not_found|conflict|rate_limited)$/],
  ["null", "null", "application/json", /^(invalid_request|not_found|conflict|rate_limited)$/],
  ["text", "hello", "text/plain", /^unsupported_media_type$/],
  ["a form", "name=Ann", "application/x-www-form-urlencoded", /^unsupported_media_type$/],
  ["a form with parts", "--x\r\n\r\n--x--", "multipart/form-data; boundary=x", /^unsupported_media_type$/],
  ["no type", "{}", undefined, /^unsupported_media_type$/],
];

test.each(bodies)("%s is refused by every route, or not read; none fails", async (_, body, type, code) => {
  const { cookie, toAddress } = await createOwner();
  for (const { method, path, operationId } of changing) {
    const answer = await send(method, toAddress(path), body, type, cookie);
    expect(answer.status, operationId).not.toBe(500);
    if (answer.status >= 400) expect(answer.code, operationId).toMatch(code);
    else expect(type, operationId).toBe("application/json");
  }
});

const auth = ["sign-in/email", "sign-up/email", "two-factor/verify-totp", "update-user", "change-email"];

test.each(auth)("%s takes nothing but JSON", async (path) => {
  for (const type of ["application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/plain"]) {
    const answer = await send("POST", `${AUTH}/${path}`, "email=ann@example.com&password=wrong", type);
    expect(answer).toMatchObject({ status: 415, code: "unsupported_media_type" });
  }
  expect(await send("POST", `${AUTH}/${path}`, "{", "application/json")).toMatchObject({ status: 400 });
});

test.each([
  ["/api/v1/organizations", 1024 * 1024],
  [`${AUTH}/update-user`, 256 * 1024],
  [`${AUTH}/sign-in/email`, 16 * 1024],
])("a body for %s has at most %i bytes", async (path, limit) => {
  const toBody = (bytes: number) => JSON.stringify({ name: "x".repeat(bytes - 11) });
  const { cookie } = await createOwner();
  expect(await send("POST", path, toBody(limit), "application/json", cookie)).not.toMatchObject({
    status: 413,
  });
  const refused = await send("POST", path, toBody(limit + 1), "application/json", cookie);
  expect(refused).toEqual({ status: 413, code: "body_too_large", limit });
});
