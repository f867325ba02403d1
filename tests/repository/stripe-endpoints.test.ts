import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { contract } from "#sandbox/stripe/contract/contract.ts";
import { endpoints } from "#sandbox/stripe/endpoints.ts";

const rows = readFileSync("sandbox/stripe/README.md", "utf8")
  .split("\n")
  .map((line) => line.split("|").map((cell) => cell.trim()));

/** `GET, POST /v1/customers` as two calls; whatever an id is called, it is `{}`. */
function listed(...states: string[]): string[] {
  const names = rows.flatMap(([, name = "", state = ""]) => (states.includes(state) ? [name] : []));
  return names.flatMap((name) =>
    [...name.matchAll(/`([A-Z, ]+) (\/v1\/[^`]+)`/g)].flatMap(([, methods = "", path = ""]) =>
      methods.split(", ").map((method) => toCall(method, path)),
    ),
  );
}

const toCall = (method: string, path: string) => `${method} ${path.replaceAll(/\{\w+\}|:\w+/g, "{}")}`;
const there = endpoints.map(({ method, path }) => toCall(method, path));

test("the Stripe stand-in's README lists each of its endpoints once, and none that it lacks", () => {
  expect(listed("faithful", "assumed").sort()).toEqual(there.sort());
});

test("what the SDK calls of the same kind and the stand-in lacks is listed as absent", () => {
  const called = Object.keys(contract.calls).map((name) => name.replaceAll(/\{\w+\}/g, "{}"));
  expect(listed("absent").sort()).toEqual(called.filter((name) => !there.includes(name)).sort());
});
