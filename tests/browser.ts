import { exports } from "cloudflare:workers";
import { newAddress } from "./new-address.ts";

const DASHBOARD = "https://app.latchkey.test";

/** A person's browser, as the dashboard's binding sees it: keeps cookies and sends the dashboard's origin. */
export function createBrowser({
  ip = newAddress(),
  origin = DASHBOARD,
  fetch = (request: Request): Promise<Response> => exports.Dashboard.fetch(request),
} = {}) {
  const cookies = new Map<string, string>();

  const cookie = () => [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");

  const send = (method: string, address: string, body?: unknown) => sendFrom(origin, method, address, body);

  async function sendFrom(site: string, method: string, address: string, body?: unknown) {
    const headers = new Headers({ origin: site, "cf-connecting-ip": ip, "user-agent": "test browser" });
    if (cookies.size > 0) headers.set("cookie", cookie());
    if (body !== undefined) headers.set("content-type", "application/json");
    const init = { method, headers, body: body === undefined ? undefined : JSON.stringify(body) };
    const url = new URL(address, DASHBOARD);
    const response = await fetch(new Request(url, { ...init, redirect: "manual" }));
    for (const set of response.headers.getSetCookie()) keep(set);
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text === "" ? null : parse(text) };
  }

  function keep(cookie: string): void {
    const [pair = ""] = cookie.split(";");
    const [name = "", value = ""] = pair.split("=", 2);
    if (/max-age=0/i.test(cookie)) cookies.delete(name);
    else cookies.set(name, value);
  }

  return {
    ip,
    /** The header, for a request that a browser would not make. */
    cookie,
    get: (address: string) => send("GET", address),
    post: (address: string, body: unknown = {}) => send("POST", address, body),
    send,
    /** The same browser on a page of another site. */
    from: (site: string) => ({
      send: (method: string, address: string, body?: unknown) => sendFrom(site, method, address, body),
    }),
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
