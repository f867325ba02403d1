import type { UpstreamAnswer, UpstreamSend } from "#connectors/define-connector.ts";
import { AppError } from "#errors.ts";
import { parseJson } from "#lib/parse-json.ts";

const TIMEOUT_MS = 30_000;
const MAX_BYTES = 10 * 1024 * 1024;

export interface SendOptions {
  fetch: typeof fetch;
  baseUrl: string;
  timeoutMs?: number;
}

/** One request, no retries. Throws `upstream_timeout`, or `upstream_unavailable` when there was no answer at all. */
export function createSend({ fetch, baseUrl, timeoutMs = TIMEOUT_MS }: SendOptions): UpstreamSend {
  return async (path, init) => {
    const deadline = AbortSignal.timeout(timeoutMs);
    try {
      const response = await fetch(`${baseUrl}${path}`, { ...init, redirect: "manual", signal: deadline });
      return toAnswer(response, await readText(response));
    } catch (cause) {
      if (cause instanceof AppError) throw cause;
      throw new AppError(deadline.aborted ? "upstream_timeout" : "upstream_unavailable", undefined, {
        cause,
      });
    }
  };
}

async function readText(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > MAX_BYTES)
      throw new AppError("upstream_unavailable", "The connected service answered with too much data.");
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

function toAnswer(response: Response, text: string): UpstreamAnswer {
  const seconds = Number(response.headers.get("retry-after") ?? Number.NaN);
  return {
    status: response.status,
    body: parseJson(text),
    text,
    ...(Number.isFinite(seconds) && { retryAfterSeconds: seconds }),
  };
}
