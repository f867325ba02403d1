import { Agent, request } from "node:http";

const agent = new Agent({ keepAlive: true, maxSockets: 128 });

export type Era = "2025-11-25" | "2026-07-28";

export interface Target {
  url: string;
  /** Callers take the keys or access tokens in turn; none: no credential is sent. */
  keys: string[];
  method: "tools/call" | "tools/list";
  bookingId: number;
}

/** Rate in calls per second, latencies in milliseconds. */
export interface Measurement {
  rate: number;
  p50: number;
  p95: number;
  p99: number;
}

const envelope = {
  "io.modelcontextprotocol/protocolVersion": "2026-07-28",
  "io.modelcontextprotocol/clientCapabilities": {},
  "io.modelcontextprotocol/clientInfo": { name: "bench", version: "1.0.0" },
};

/** Keeps `callers` calls under way for `seconds`. Any answer that is not a result ends the run. */
export async function measure(
  target: Target,
  era: Era,
  callers: number,
  seconds: number,
): Promise<Measurement> {
  const latencies: number[] = [];
  const start = performance.now();
  const end = start + seconds * 1_000;
  const caller = async (index: number) => {
    for (let turn = index; performance.now() < end; turn += callers) {
      const before = performance.now();
      await call(target, era, target.keys[turn % target.keys.length]);
      latencies.push(performance.now() - before);
    }
  };
  await Promise.all(Array.from({ length: callers }, (_, index) => caller(index)));
  const elapsed = (performance.now() - start) / 1_000;
  latencies.sort((a, b) => a - b);
  const at = (share: number) => round(latencies[Math.floor(latencies.length * share)] ?? 0);
  return { rate: Math.round(latencies.length / elapsed), p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

function call({ url, method, bookingId }: Target, era: Era, key: string | undefined): Promise<void> {
  const name = "get_booking_details";
  const modern = era === "2026-07-28";
  const tool = method === "tools/call" ? { name, arguments: { booking_id: bookingId } } : {};
  const params = modern ? { ...tool, _meta: envelope } : tool;
  const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method, params });
  const headers = {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(body),
    accept: "application/json, text/event-stream",
    "mcp-protocol-version": era,
    ...(modern && { "mcp-method": method }),
    ...(modern && method === "tools/call" && { "mcp-name": name }),
    ...(key !== undefined && toCredential(key)),
  };
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { method: "POST", agent, headers }, (incoming) => {
      let text = "";
      incoming.setEncoding("utf8");
      incoming.on("data", (chunk: string) => {
        text += chunk;
      });
      incoming.on("end", () => {
        const answered =
          incoming.statusCode === 200 && text.includes('"result"') && !text.includes('"isError":true');
        if (answered) resolve();
        else reject(new Error(`${incoming.statusCode} ${text.slice(0, 500)}`));
      });
    });
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}

/** An access token has colons in it, and goes where OAuth says. */
function toCredential(key: string) {
  return key.includes(":") ? { authorization: `Bearer ${key}` } : { "x-api-key": key };
}

const round = (milliseconds: number) => Math.round(milliseconds * 100) / 100;
