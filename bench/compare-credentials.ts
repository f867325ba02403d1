import { type Era, measure, type Target } from "./load.ts";

const PAIRS = 11;

export interface Comparison {
  method: Target["method"];
  era: Era;
  callers: number;
  /** Rate with an access token divided by the rate with a key: the median of the pairs, and the two around the middle half. */
  tokenToKey: number;
  from: number;
  to: number;
}

/** A key and an access token of the same organization take turns, each going first as often, so that both see the same machine. */
export async function compareCredentials(
  { url, key, token, bookingId }: { url: string; key: string; token: string; bookingId: number },
  kind: Pick<Comparison, "method" | "era" | "callers">,
  seconds: number,
): Promise<Comparison> {
  const { callers, era, method } = kind;
  const rateOf = async (credential: string) =>
    (await measure({ url, keys: [credential], method, bookingId }, era, callers, seconds)).rate;
  const ratios: number[] = [];
  for (let pair = 0; pair < PAIRS; pair += 1) {
    const rates = new Map<string, number>();
    for (const credential of pair % 2 === 0 ? [key, token] : [token, key])
      rates.set(credential, await rateOf(credential));
    ratios.push((rates.get(token) ?? 0) / (rates.get(key) ?? 1));
  }
  ratios.sort((a, b) => a - b);
  const at = (share: number) => Math.round((ratios[Math.floor(PAIRS * share)] ?? 0) * 100) / 100;
  return { ...kind, tokenToKey: at(0.5), from: at(0.25), to: at(0.75) };
}
