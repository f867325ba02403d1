import { convertV4MiniflareOptions, Log, LogLevel, Miniflare } from "miniflare";
import { getDashboardOptions } from "#scripts/dashboard.ts";
import { readWorkerOptions } from "#scripts/worker-options.ts";
import { cleanUpWith } from "./clean-up.ts";

const BROKEN_API = `
import { WorkerEntrypoint } from "cloudflare:workers";
export class Dashboard extends WorkerEntrypoint {
  fetch() {
    return new Response("<h1>Bad gateway</h1>", { status: 502 });
  }
}`;

/** The built dashboard, bound to an API that answers nothing but errors. */
export async function startBrokenDashboard(port: number): Promise<string> {
  const { compatibilityDate } = readWorkerOptions();
  const runtime = new Miniflare(
    convertV4MiniflareOptions({
      host: "127.0.0.1",
      port,
      log: new Log(LogLevel.ERROR),
      // The dashboard logs what it got; here that is what it is meant to get.
      handleStructuredLogs: () => {},
      workers: [
        getDashboardOptions(compatibilityDate),
        { name: "latchkey", modules: true, script: BROKEN_API, compatibilityDate },
      ],
    }),
  );
  cleanUpWith(() => runtime.dispose());
  await runtime.ready;
  return `http://127.0.0.1:${port}`;
}
