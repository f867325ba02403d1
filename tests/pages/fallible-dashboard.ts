import { setTimeout as wait } from "node:timers/promises";
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare, Response } from "miniflare";
import { getDashboardOptions } from "#scripts/dashboard.ts";
import { readWorkerOptions } from "#scripts/worker-options.ts";
import { platform } from "./stage.ts";

/** After the dashboard's port, one for each file that runs beside the others. */
const places = { resilience: 4, consent: 5 };

/** The built dashboard once more, with the platform's API behind it, which can be taken away, slowed down, contradicted and given back. */
export async function startFallibleDashboard(file: keyof typeof places) {
  const { compatibilityDate } = readWorkerOptions();
  const port = Number(new URL(platform.dashboard).port) + places[file];
  const api = { isDown: false, delayMs: 0, edit: (text: string) => text };

  /** The API as the platform's own dashboard reaches it. */
  async function relay(request: Request) {
    if (api.isDown) return new Response("<h1>Bad gateway</h1>", { status: 502 });
    const { method } = request;
    const { pathname, search } = new URL(request.url);
    const body = ["GET", "HEAD"].includes(method) ? undefined : await request.text();
    await wait(api.delayMs);
    const headers = new Headers(request.headers);
    for (const name of ["host", "connection", "content-length"]) headers.delete(name);
    headers.set("origin", platform.dashboard);
    const url = platform.dashboard + pathname + search;
    const answer = await fetch(url, { method, headers, body, redirect: "manual" });
    const { status } = answer;
    const text = await answer.text();
    const relayed = new Response(status === 204 ? null : api.edit(text), { status });
    for (const [name, value] of answer.headers) {
      if (!/^(content-(length|encoding)|transfer-encoding|connection)$/.test(name))
        relayed.headers.append(name, value);
    }
    return relayed;
  }

  const runtime = new Miniflare(
    convertV4MiniflareOptions({
      host: "127.0.0.1",
      port,
      log: new Log(LogLevel.ERROR),
      // The dashboard logs what it got; here that is what it is meant to get.
      handleStructuredLogs: () => {},
      ...getDashboardOptions(compatibilityDate, platform.sandbox),
      serviceBindings: { API: relay },
    }),
  );
  await runtime.ready;
  return { api, url: `http://127.0.0.1:${port}`, stop: () => runtime.dispose() };
}
