import { expect, test } from "vitest";
import { z } from "zod";
import { version } from "#lib/version.ts";
import { fetchApi } from "#tests/organization.ts";

const Icon = z.strictObject({
  src: z.url({ protocol: /^https$/ }).max(255),
  mimeType: z.enum(["image/png", "image/jpeg", "image/jpg", "image/svg+xml", "image/webp"]),
  sizes: z.array(z.string().regex(/^(\d+x\d+|any)$/)),
});

/** The fields of the registry's schema that are used here, with its bounds. */
const ServerJson = z.strictObject({
  $schema: z.url(),
  name: z
    .string()
    .min(3)
    .max(200)
    .regex(/^[a-zA-Z0-9.-]+\/[a-zA-Z0-9._-]+$/),
  title: z.string().min(1).max(100),
  description: z.string().min(1).max(100),
  version: z.string().max(255),
  websiteUrl: z.url(),
  icons: z.array(Icon),
  remotes: z.array(
    z.strictObject({
      type: z.literal("streamable-http"),
      url: z.url({ protocol: /^https$/ }),
      headers: z.array(
        z.strictObject({
          name: z.string(),
          description: z.string(),
          isSecret: z.boolean(),
          isRequired: z.boolean(),
        }),
      ),
    }),
  ),
});

async function readServerJson() {
  return ServerJson.parse(await (await fetchApi("/server.json")).json());
}

test("server.json is what the MCP registry takes, made from the configured addresses", async () => {
  expect(await readServerJson()).toMatchObject({
    name: "test.latchkey/latchkey",
    version,
    websiteUrl: "https://app.latchkey.test",
    remotes: [
      {
        url: "https://latchkey.test/mcp",
        headers: [{ name: "X-API-Key", isSecret: true, isRequired: false }],
      },
    ],
  });
});

test("each icon that clients are told of is there, may be cached, and is what it says", async () => {
  const { icons } = await readServerJson();
  expect(icons.map(({ mimeType }) => mimeType)).toEqual(["image/png", "image/svg+xml"]);
  for (const { mimeType, src } of icons) {
    const response = await fetchApi(new URL(src).pathname);
    expect([response.status, response.headers.get("content-type")]).toEqual([200, mimeType]);
    expect(response.headers.get("cache-control")).toContain("public");
    expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
    await response.body?.cancel();
  }
});

test("the picture is a PNG of 512 by 512, also where browsers look for a favicon", async () => {
  for (const path of ["/icon-512.png", "/favicon.ico"]) {
    const view = new DataView(await (await fetchApi(path)).arrayBuffer());
    expect([view.getUint32(0), view.getUint32(16), view.getUint32(20)]).toEqual([0x89504e47, 512, 512]);
  }
});

test("llms.txt has a title, a summary and lists of links, of which each of ours is there", async () => {
  const response = await fetchApi("/llms.txt");
  expect(response.headers.get("content-type")).toMatch(/^text\/plain/);
  const text = await response.text();
  expect(text).toMatch(/^# Latchkey\n\n> [^\n]+\n\n/);
  const [, ...sections] = text.split(/^## /m);
  expect(sections.at(-1)).toMatch(/^Optional\n/);
  for (const section of sections)
    expect(section.trim()).toMatch(
      /^[A-Z]\w+(\n\n- \[[^\]]+\]\(https:[^)\s]+\): [^\n]+(\n- \[[^\]]+\]\(https:[^)\s]+\): [^\n]+)*)$/,
    );
  const links = [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, url = ""]) => new URL(url));
  const own = links.filter(({ host }) => host === "latchkey.test");
  expect(own.length).toBeGreaterThan(15);
  for (const { pathname } of own) {
    const page = await fetchApi(pathname);
    expect(page.status, pathname).toBe(200);
    await page.body?.cancel();
  }
  const others = links.filter(({ host }) => host !== "latchkey.test").map(({ href }) => href);
  expect(others).toEqual(["pricing", "privacy", "terms"].map((page) => `https://app.latchkey.test/${page}`));
});
