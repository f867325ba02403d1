import { invalidRequest } from "../core/errors.ts";

export type FormValue = string | FormValue[] | { [key: string]: FormValue };

/** `items[0][price]=x` and `expand[]=y` as `{ items: [{ price: "x" }], expand: ["y"] }`; the leaves stay strings. */
export function decodeForm(body: string): { [key: string]: FormValue } {
  const root: Branch = new Map();
  for (const [name, value] of new URLSearchParams(body)) put(root, toPath(name), value);
  return Object.fromEntries([...root].map(([key, node]) => [key, toValue(node)]));
}

type Branch = Map<string, string | Branch>;

function toPath(name: string): string[] {
  const [, head = "", rest = ""] = /^([^[]+)((?:\[[^\]]*\])*)$/.exec(name) ?? [];
  if (!head) throw invalidRequest(`Invalid parameter name: ${name}`, { param: name });
  return [head, ...[...rest.matchAll(/\[([^\]]*)\]/g)].map(([, key = ""]) => key)];
}

function put(branch: Branch, [head = "", ...rest]: string[], value: string): void {
  const key = head || String(branch.size);
  if (rest.length === 0) {
    branch.set(key, value);
    return;
  }
  const existing = branch.get(key);
  const next: Branch = existing instanceof Map ? existing : new Map();
  branch.set(key, next);
  put(next, rest, value);
}

/** A branch whose keys are all numbers is an array, in the numbers' order. */
function toValue(node: string | Branch): FormValue {
  if (typeof node === "string") return node;
  const entries = [...node];
  if (entries.length > 0 && entries.every(([key]) => /^\d+$/.test(key)))
    return entries.sort(([a], [b]) => Number(a) - Number(b)).map(([, value]) => toValue(value));
  return Object.fromEntries(entries.map(([key, value]) => [key, toValue(value)]));
}
