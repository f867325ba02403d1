import { toNetwork } from "#lib/ip-range.ts";

/** Where a request comes from, as far as limits tell callers apart. */
export const readNetwork = (headers: Headers): string => toNetwork(headers.get("cf-connecting-ip") ?? "");
