import { expect, test } from "vitest";
import { createBrowser } from "#tests/browser.ts";
import { readHtml, readLink } from "#tests/mailbox.ts";
import { createPerson } from "#tests/person.ts";
import { Avatar, toUserName } from "./user-fields.ts";

const AUTH = "/api/v1/auth";
const toDataUrl = (type: string, bytes: number[], length = bytes.length) =>
  `data:image/${type};base64,${Buffer.concat([Buffer.from(bytes)], length).toString("base64")}`;

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const JPEG = [0xff, 0xd8, 0xff, 0xe0];
const WEBP = [...Buffer.from("RIFF"), 1, 2, 3, 4, ...Buffer.from("WEBP")];

const good: [string, string][] = [
  ["an https address", "https://example.com/me.png"],
  ["an https address of 2,000 characters", `https://example.com/${"x".repeat(1_980)}`],
  ["a PNG", toDataUrl("png", PNG)],
  ["a JPEG", toDataUrl("jpeg", JPEG)],
  ["a WebP", toDataUrl("webp", WEBP)],
  ["a picture of exactly 64 KB", toDataUrl("png", PNG, 64 * 1024)],
];

test.each(good)("%s may be an avatar", (_, image) => {
  expect(Avatar.safeParse(image).success).toBe(true);
});

const bad: [string, string][] = [
  ["nothing", ""],
  ["words", "me.png"],
  ["an http address", "http://example.com/me.png"],
  ["a script", "javascript:alert(1)"],
  ["an address of 2,001 characters", `https://example.com/${"x".repeat(1_981)}`],
  ["an SVG", `data:image/svg+xml;base64,${btoa("<svg onload='alert(1)'/>")}`],
  ["a page", `data:text/html;base64,${btoa("<script>alert(1)</script>")}`],
  ["an SVG that calls itself a PNG", toDataUrl("png", [...Buffer.from("<svg onload='alert(1)'/>")])],
  ["a PNG that calls itself a JPEG", toDataUrl("jpeg", PNG)],
  ["a picture of a byte over 64 KB", toDataUrl("png", PNG, 64 * 1024 + 1)],
  ["10 MB", toDataUrl("png", PNG, 10 * 1024 * 1024)],
];

test.each(bad)("%s may not be an avatar", (_, image) => {
  expect(Avatar.safeParse(image).success).toBe(false);
});

test("a person changes name and avatar, takes the avatar away, and is told what is wrong with a bad one", async () => {
  const { browser } = await createPerson();
  const update = (fields: object) => browser.post(`${AUTH}/update-user`, fields);
  const user = async () => ((await browser.get(`${AUTH}/get-session`)).body as { user: object }).user;
  expect((await update({ name: "  Ann Újváry  ", image: toDataUrl("png", PNG) })).status).toBe(200);
  expect(await user()).toMatchObject({ name: "Ann Újváry", image: toDataUrl("png", PNG) });
  const refused = await update({ image: "javascript:alert(1)" });
  expect([refused.status, refused.body]).toMatchObject([
    400,
    {
      error: { code: "invalid_request", message: expect.stringMatching(/^image: must be an https address/) },
    },
  ]);
  expect((await update({ image: null })).status).toBe(200);
  expect(await user()).toMatchObject({ name: "Ann Újváry", image: null });
});

test("an organization's name is given at sign-up only", async () => {
  const { browser } = await createPerson();
  const refused = await browser.post(`${AUTH}/update-user`, { name: "Ann", organizationName: "Homes" });
  expect([refused.status, refused.body]).toMatchObject([
    400,
    { error: { code: "invalid_request", message: "organizationName: belongs to signing up" } },
  ]);
});

const withAddress = [
  "sign-up/email",
  "sign-in/email",
  "sign-in/magic-link",
  "request-password-reset",
  "change-email",
];

test.each(withAddress)("%s takes an e-mail address of at most 254 characters", async (path) => {
  const { browser, password } = await createPerson();
  const email = `${"x".repeat(60)}@${"y.".repeat(100)}example.com`;
  const field = path === "change-email" ? "newEmail" : "email";
  const { status, body } = await browser.post(`${AUTH}/${path}`, { [field]: email, password, name: "Ann" });
  expect([status, JSON.stringify(body)]).toEqual([
    400,
    expect.stringContaining(`${field}: must have at most 254 characters`),
  ]);
});

const badNames: [string, string][] = [
  ["empty", ""],
  ["of spaces", "   "],
  ["of 101 characters", "x".repeat(101)],
  ["of 10,000 characters", "x".repeat(10_000)],
  ["with a line break", "Ann\nBcc: everybody@example.com"],
  ["with a zero byte", "Ann\u0000"],
  ["that turns the text around", "Ann\u202e"],
  ["that nobody sees", "\u200d\u2060"],
];

test.each(badNames)("a name %s is refused at sign-up and later", async (_, name) => {
  const { browser, email } = await createPerson();
  const later = await browser.post(`${AUTH}/update-user`, { name });
  const form = { password: "correct horse battery", name };
  const fresh = { ...form, email: `${crypto.randomUUID()}@example.com` };
  const answers = [
    later,
    await createBrowser().post(`${AUTH}/sign-up/email`, fresh),
    // Else a refusal would tell whether the address is taken.
    await createBrowser().post(`${AUTH}/sign-up/email`, { ...form, email }),
  ];
  for (const { status, body } of answers) {
    expect([status, body]).toMatchObject([400, { error: { code: "invalid_request" } }]);
    expect(JSON.stringify(body)).toContain("name: ");
  }
});

test("script in a name is kept as text, and escaped in the mail", async () => {
  const name = "<script>alert(1)</script>";
  const email = `${crypto.randomUUID()}@example.com`;
  const browser = createBrowser();
  await browser.post(`${AUTH}/sign-up/email`, { email, password: "correct horse battery", name });
  await browser.get(await readLink(email, /Confirm/));
  expect((await browser.get(`${AUTH}/get-session`)).body).toMatchObject({ user: { name } });
  const html = await readHtml(email, /Confirm/);
  expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
  expect(html).not.toContain("<script");
});

test("a name from a provider is made to fit", () => {
  expect(toUserName(`  ${"x".repeat(200)}`)).toBe("x".repeat(100));
  expect(toUserName("A\u0000da")).toBe("Ada");
  expect(toUserName(" \n ")).toBe("Somebody");
  expect(toUserName()).toBe("Somebody");
});
