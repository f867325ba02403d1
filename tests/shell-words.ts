/** The words of a line as a POSIX shell passes them on, but for what it would put in for variables. */
export function toWords(line: string): string[] {
  const word = /(?:[^\s'"\\]|'[^']*'|"[^"]*"|\\.)+/g;
  return (line.match(word) ?? []).map((quoted) =>
    quoted.replace(/'([^']*)'|"([^"]*)"|\\(.)/g, (_, single, double, escaped) => single ?? double ?? escaped),
  );
}

/** May be given several values at once, and then takes every word up to the next option. */
const GREEDY = "header";

/** As Commander reads them, with which Claude Code is built. */
export function readArguments(words: string[]) {
  const options: Record<string, string[]> = {};
  const positionals: string[] = [];
  let open: string | null = null;
  for (const word of words) {
    if (word.startsWith("--")) open = word.slice(2);
    else if (open === null) positionals.push(word);
    else {
      options[open] = [...(options[open] ?? []), word];
      if (open !== GREEDY) open = null;
    }
  }
  return { options, positionals };
}
