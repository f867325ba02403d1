/** A port that has `more` others after it; ends the process, with a word why, if `text` is none. */
export function parsePort(text: string, more: number): number {
  const port = Number(text);
  const last = 65_535 - more;
  if (Number.isInteger(port) && port >= 1 && port <= last) return port;
  const count = ["one", "two", "three", "four"][more];
  console.error(
    `--port takes a number from 1 to ${last}; the ${count} ports from it on are used. Got: ${text}`,
  );
  process.exit(1);
}
