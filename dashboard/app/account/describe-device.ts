/** The first that fits: most browsers say that they are others too. */
const browsers = [
  [/Edg(e|A|iOS)?\//, "Edge"],
  [/OPR\//, "Opera"],
  [/SamsungBrowser\//, "Samsung Internet"],
  [/(Firefox|FxiOS)\//, "Firefox"],
  [/(Chrome|CriOS)\//, "Chrome"],
  [/Safari\//, "Safari"],
] as const;

const systems = [
  [/iPhone/, "an iPhone"],
  [/iPad/, "an iPad"],
  [/Android/, "Android"],
  [/Windows/, "Windows"],
  [/Mac OS X/, "a Mac"],
  [/CrOS/, "ChromeOS"],
  [/Linux/, "Linux"],
] as const;

/** What a browser says of itself, in words that people know. */
export function describeDevice(userAgent: string | null): { name: string; isMobile: boolean } {
  const find = (known: typeof browsers | typeof systems) =>
    known.find(([pattern]) => pattern.test(userAgent ?? ""))?.[1];
  const [browser, system] = [find(browsers) ?? "Unknown browser", find(systems)];
  return {
    name: system === undefined ? browser : `${browser} on ${system}`,
    isMobile: /Mobile|Android|iPhone|iPad/.test(userAgent ?? ""),
  };
}
