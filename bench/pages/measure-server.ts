import { gzipSync } from "node:zlib";

export interface Cookie {
  name: string;
  value: string;
}

const REQUESTS = 40;
const REQUESTS_A_MINUTE = 10;

/** What it takes to make one page, in ms, and what its HTML weighs. Null where this person is shown no page. */
export async function measureServer(url: string, cookies: Cookie[], passMinute: () => Promise<unknown>) {
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  const first: number[] = [];
  const whole: number[] = [];
  let html = 0;
  for (let request = 0; request < REQUESTS; request += 1) {
    if (request % REQUESTS_A_MINUTE === 0) await passMinute();
    const start = performance.now();
    const response = await fetch(url, { headers: { cookie }, redirect: "manual" });
    first.push(performance.now() - start);
    const text = await response.text();
    whole.push(performance.now() - start);
    if ([302, 404].includes(response.status)) return null;
    if (!response.ok) throw new Error(`${url}: ${response.status}`);
    html = gzipSync(text).length;
  }
  return { html, ttfb: at(first, 0.5), ssr50: at(whole, 0.5), ssr95: at(whole, 0.95) };
}

function at(times: number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return Math.round(sorted[Math.floor(sorted.length * share)] ?? 0);
}
