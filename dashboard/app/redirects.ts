const here = "https://here.invalid";

/** An address of ours and nothing else: `//elsewhere`, `/\elsewhere` and whole URLs go to the start page instead. */
export function toOwnPath(to: string | null | undefined, fallback = "/"): string {
  const url = to?.startsWith("/") ? URL.parse(to, here) : null;
  if (url?.origin !== here || url.pathname.startsWith("//")) return fallback;
  return url.pathname + url.search + url.hash;
}
