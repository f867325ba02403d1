import type { Preferences } from "#format.ts";

const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

/** How a page is to look and to write, by the browser's language and the cookies `theme` and `tz`. */
export function readPreferences(request: Request): Preferences & { theme: Theme } {
  const cookies = readCookies(request.headers.get("cookie") ?? "");
  return {
    locale: toLocale(request.headers.get("accept-language") ?? ""),
    timeZone: toTimeZone(cookies.get("tz")),
    theme: toTheme(cookies.get("theme")),
  };
}

export function toTheme(value: unknown): Theme {
  return themes.find((theme) => theme === value) ?? "system";
}

/** Readable to no script, as none has to read it. */
export function toThemeCookie(theme: Theme): string {
  return `theme=${theme}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly`;
}

function readCookies(header: string): Map<string, string> {
  const pairs = header.split(/;\s*/).map((pair) => pair.split("=", 2));
  return new Map(
    pairs.map(([name = "", value = ""]) => [name, safely(() => decodeURIComponent(value)) ?? ""]),
  );
}

/** The texts are English, so only what English speakers use is taken: en-GB has other dates than en-US. */
function toLocale(accepted: string): string {
  const wanted = accepted.split(",").map((part) => part.split(";")[0]?.trim() ?? "");
  const tag = wanted.find((candidate) => /^en(-[A-Z]{2})?$/.test(candidate));
  return tag === undefined || tag === "en" ? "en-US" : tag;
}

function toTimeZone(zone = "UTC"): string {
  return safely(() => new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone) ?? "UTC";
}

function safely<Value>(get: () => Value): Value | null {
  try {
    return get();
  } catch {
    return null;
  }
}
