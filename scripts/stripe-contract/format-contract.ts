import type { Contract } from "#sandbox/stripe/contract/contract.ts";

/** One line for each call, event and definition, so that what a new SDK changes can be read in a diff. */
export function formatContract({ apiVersion, calls, events, $defs }: Contract): string {
  const sections = Object.entries({ calls, events, $defs }).map(
    ([name, entries]) => `${JSON.stringify(name)}: {\n${toLines(entries)}\n}`,
  );
  return `{\n"apiVersion": ${JSON.stringify(apiVersion)},\n${sections.join(",\n")}\n}\n`;
}

const toLines = (entries: object) =>
  Object.entries(entries)
    .map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`)
    .join(",\n");
