import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { measureBilling } from "./billing-effect.ts";
import { type Comparison, compareCredentials } from "./compare-credentials.ts";
import { type Era, type Measurement, measure, type Target } from "./load.ts";
import { startBench } from "./start-bench.ts";

const OUT = ".latchkey/bench";
const SECONDS = Number(process.argv[2] ?? 4);
const ROUNDS = 3;
const eras: Era[] = ["2025-11-25", "2026-07-28"];

rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });
const bench = await startBench(OUT);
const [one = ""] = bench.instant.keys;
const [sandboxKey = ""] = bench.product.keys;
const { bookingId } = bench;
const paths: Record<string, Omit<Target, "method" | "bookingId">> = {
  "a  bare echo": { url: bench.echo, keys: [] },
  "b  latchkey, instant upstream, 1 organization": { url: bench.instant.url, keys: [one] },
  "b  latchkey, instant upstream, 100 organizations": { url: bench.instant.url, keys: bench.instant.keys },
  "c  latchkey, sandbox upstream (read cached 30 s)": { url: bench.product.url, keys: [sandboxKey] },
};

interface Row extends Measurement {
  method: string;
  era: Era;
  callers: number;
  path: string;
  /** Rate divided by the bare echo's in the same round. */
  ratio: number;
}

/** Paths take turns within a round, so that a slow moment of the machine hits all of them; the median round counts. */
async function compare(method: Target["method"], era: Era, callers: number): Promise<Row[]> {
  const rounds: Row[][] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const rows: Row[] = [];
    for (const [path, target] of Object.entries(paths)) {
      const measured = await measure({ ...target, method, bookingId }, era, callers, SECONDS / ROUNDS);
      const ratio = measured.rate / (rows[0]?.rate ?? measured.rate);
      rows.push({ method, era, callers, path, ...measured, ratio: Math.round(ratio * 100) / 100 });
    }
    rounds.push(rows);
  }
  return Object.keys(paths).map((_, index) => median(rounds.flatMap((rows) => rows[index] ?? [])));
}

function median(rows: Row[]): Row {
  const middle = rows.sort((a, b) => a.ratio - b.ratio || a.rate - b.rate)[Math.floor(rows.length / 2)];
  if (middle === undefined) throw new Error("Nothing was measured.");
  return middle;
}

try {
  for (const [path, target] of Object.entries(paths)) {
    process.stderr.write(`warming up: ${path}\n`);
    for (const era of eras) await measure({ ...target, method: "tools/call", bookingId }, era, 50, 1);
  }
  const billing = await measureBilling(bench.billing);
  const results: Row[] = [];
  for (const method of ["tools/call", "tools/list"] as const) {
    for (const era of eras) {
      for (const callers of [1, 50]) results.push(...(await compare(method, era, callers)));
    }
  }
  const comparisons: Comparison[] = [];
  const { token } = bench;
  for (const method of ["tools/call", "tools/list"] as const)
    for (const era of eras)
      for (const callers of [1, 50])
        comparisons.push(
          await compareCredentials(
            { url: bench.instant.url, key: one, token, bookingId },
            { method, era, callers },
            SECONDS / 6,
          ),
        );
  console.table(results);
  for (const row of results) {
    const isHeadline = row.method === "tools/call" && row.callers === 50 && row.path.startsWith("b");
    if (isHeadline) console.log(`b/a ${row.ratio} with 50 callers and durable rows: ${row.era}, ${row.path}`);
  }
  writeFileSync(`${OUT}/results.json`, `${JSON.stringify({ results, comparisons, billing }, null, 2)}\n`);
  console.log("An access token against a key, rates of the same organization (goal: within 0.9 and 1.1):");
  console.table(comparisons);
  console.log("From what happens at Stripe to its effect on calls, in ms (goal: 1,000 at most):");
  console.table(billing);
  console.log(
    `Written to ${OUT}/results.json. Rates in calls/s, latencies in ms, ratio against path a of the same round.`,
  );
} finally {
  await bench.stop();
}
