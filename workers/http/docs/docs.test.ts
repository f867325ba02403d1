import { expect, test } from "vitest";
import { clientCatalogue } from "#organization/clients/client-catalogue.ts";
import { fetchApi } from "#tests/organization.ts";
import { documents } from "./documents.ts";

const pages = [...documents].map(([name, page]) => [name, page] as const);

async function readPage(address: string) {
  const response = await fetchApi(address);
  expect(response.status, address).toBe(200);
  return { response, text: await response.text() };
}

const listLinks = (html: string) => [...html.matchAll(/<a href="([^"]+)"/g)].map(([, url = ""]) => url);
const listAnchors = (html: string) => [...html.matchAll(/ id="([^"]+)"/g)].map(([, id = ""]) => id);

test.each(pages)(
  "docs/%s is served as a page, with nothing of its Markdown left over",
  async (name, { text }) => {
    const { response, text: html } = await readPage(`/docs/${name}`);
    expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
    const [, title = ""] = /^# (.+)$/m.exec(text) ?? [];
    expect(html).toMatch(new RegExp(`<h1 id="[^"]+">${title.slice(0, 10)}`));
    const words = html.replaceAll(/<(style|pre|code)\b.*?<\/\1>/gs, "");
    expect(words).not.toMatch(/\*\*|\]\(|```|^\|/m);
  },
);

test("every link between the pages leads to a page, and to a place on it", async () => {
  const { text: index } = await readPage("/docs");
  const reached = new Map([["/docs", index]]);
  const todo = [...reached];
  for (const [from, html] of todo) {
    for (const link of listLinks(html)) {
      if (link.startsWith("http")) continue;
      const { hash, pathname } = new URL(link, `https://latchkey.test${from}`);
      const known = reached.get(pathname);
      const text = known ?? (await readPage(pathname)).text;
      if (known === undefined) todo.push([pathname, text]);
      reached.set(pathname, text);
      if (hash) expect(listAnchors(text), `${from} → ${link}`).toContain(decodeURIComponent(hash.slice(1)));
    }
  }
  expect([...reached.keys()]).toEqual(expect.arrayContaining(pages.map(([name]) => `/docs/${name}`)));
});

test.each(pages)("docs/%s.md is served as it was written, with links that work", async (name) => {
  const { response, text } = await readPage(`/docs/${name}.md`);
  expect(response.headers.get("content-type")).toBe("text/markdown; charset=utf-8");
  expect(text).toMatch(/^# /);
  const links = [...text.matchAll(/\]\(([^)#\s]+)[^)\s]*\)/g)].map(([, url = ""]) => url);
  const own = new Set(links.filter((url) => !url.startsWith("http")));
  for (const link of own) await readPage(link);
});

test("the page on clients has a part for each client that the dashboard sets up", () => {
  const text = documents.get("clients")?.text ?? "";
  for (const { title } of Object.values(clientCatalogue)) expect(text).toContain(`\n## ${title}\n`);
});

test("what is in the repository only is not served", async () => {
  for (const path of [
    "/docs/requirements",
    "/docs/legal/privacy",
    "/docs/clients.md.md",
    "/docs/tools/nothing",
  ])
    expect((await fetchApi(path)).status, path).toBe(404);
});
