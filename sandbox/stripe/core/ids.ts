const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** The id number `count`: looks like chance, is the same in each run. */
export function toId(prefix: string, seed: string, count: number, length = 24): string {
  let state = hash(`${seed}:${prefix}:${count}`);
  let id = prefix;
  for (let index = 0; index < length; index++) {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
    id += alphabet[(state >>> 8) % alphabet.length];
  }
  return id;
}

/** FNV-1a. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const character of text) value = Math.imul(value ^ character.charCodeAt(0), 0x01000193) >>> 0;
  return value;
}
