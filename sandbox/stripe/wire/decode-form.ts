import { invalidRequest } from "../core/errors.ts";

export type FormValue = string | FormValue[] | { [key: string]: FormValue };

type Branch = Map<string, string | Branch>;

const deepest = 12;

/** What holds any key its owner likes, numbers too. */
const hashes = new Set(["metadata"]);

/**
 * `items[0][price]=x` and `expand[]=y` as `{ items: [{ price: "x" }], expand: ["y"] }`; the leaves stay strings. Of two
 * values for one name the later holds.
 */
export function decodeForm(encoded: string): { [key: string]: FormValue } {
  const root: Branch = new Map();
  for (const [name, value] of new URLSearchParams(encoded)) put(root, toPath(name), value, name);
  return toObject(root);
}

function toPath(name: string): string[] {
  const [, head = "", rest = ""] = /^([^[\]]+)((?:\[[^[\]]*\])*)$/.exec(name) ?? [];
  const keys = Array.from(rest.matchAll(/\[([^\]]*)\]/g), ([, key = ""]) => key);
  if (!head || keys.length >= deepest) throw invalidName(name);
  return [head, ...keys];
}

function put(branch: Branch, [head = "", ...rest]: string[], value: string, name: string): void {
  const key = head || nextKey(branch, rest);
  const existing = branch.get(key);
  const isBranch = rest.length > 0;
  if (existing !== undefined && existing instanceof Map !== isBranch) throw invalidName(name);
  if (!isBranch) {
    branch.set(key, value);
    return;
  }
  const next: Branch = existing instanceof Map ? existing : new Map();
  branch.set(key, next);
  put(next, rest, value, name);
}

/** `items[][price]` and `items[][quantity]` are of one item, until one of them comes again. */
function nextKey(branch: Branch, [inner]: string[]): string {
  const last = branch.get(String(branch.size - 1));
  const isSame = last instanceof Map && inner !== undefined && inner !== "" && !last.has(inner);
  return String(isSame ? branch.size - 1 : branch.size);
}

function toObject(branch: Branch): { [key: string]: FormValue } {
  return Object.fromEntries([...branch].map(([key, node]) => [key, toValue(node, hashes.has(key))]));
}

/** A branch whose keys are all numbers is an array, in the numbers' order. */
function toValue(node: string | Branch, isHash = false): FormValue {
  if (typeof node === "string") return node;
  const keys = [...node.keys()];
  if (isHash || keys.length === 0 || !keys.every((key) => /^\d{1,15}$/.test(key))) return toObject(node);
  const entries = [...node].sort(([a], [b]) => Number(a) - Number(b));
  return entries.map(([, value]) => toValue(value));
}

const invalidName = (name: string) => {
  const shown = name.slice(0, 100);
  return invalidRequest(`Invalid parameter name: ${shown}`, { param: shown });
};
