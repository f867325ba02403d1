import { z } from "zod";
import { IpRangeText, isInRange, parseRange } from "#lib/ip-range.ts";

export const IpAllowList = z.array(IpRangeText).min(1).max(100);

/** No list allows every address; a list allows none that is not known. */
export function isAllowedFrom(list: readonly string[] | null, ip: string | undefined): boolean {
  if (list === null) return true;
  if (ip === undefined) return false;
  return list.some((text) => {
    const range = parseRange(text);
    return range !== null && isInRange(ip, range);
  });
}
