import { useSearchParams } from "@remix-run/react";
import { toOwnPath } from "#redirects.ts";

/** Where somebody was going when they were asked who they are. */
export function readReturnPath({ url }: Request): string {
  return toOwnPath(new URL(url).searchParams.get("to"));
}

/** Addresses of other public pages, which keep where somebody is going. */
export function useKeepReturn() {
  const to = useSearchParams()[0].get("to");
  return (path: string, more: Record<string, string> = {}) => {
    const search = new URLSearchParams({ ...more, ...(to !== null && { to }) });
    return search.size > 0 ? `${path}?${search}` : path;
  };
}

/** Whoever follows an invitation needs no organization of their own. */
export const isInvitation = (path: string) => path.startsWith("/accept-invitation/");
