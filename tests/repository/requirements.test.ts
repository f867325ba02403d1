import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readLinks } from "./read-links.ts";

const page = "docs/requirements.md";
const rows = readFileSync(page, "utf8")
  .split("\n")
  .filter((line) => /^\| (FR-|SC-|B )/.test(line))
  .map((line) => {
    const [id = "", asked = "", how = "", proof = "", ...rest] = line.split("|").slice(1, -1);
    return { id: id.trim(), asked: asked.trim(), how: how.trim(), proof: proof.trim(), rest };
  });

const count = (last: number) => Array.from({ length: last }, (_, index) => index + 1);
const numbered = (prefix: string, last: number) =>
  count(last).map((number) => `${prefix}-${String(number).padStart(3, "0")}`);
const within = (section: string, last: number) => count(last).map((number) => `B ${section}.${number}`);

const expected = [
  ...numbered("FR", 27),
  ...numbered("SC", 10),
  ...["B 1.2b", "B 1.3b", "B 2.1", "B 5"],
  ...[within("1", 3), within("2.2", 11), within("3", 4), within("4", 2), within("6", 3)].flat(),
  ...[within("7", 3), within("8", 2), within("9", 2), within("10", 5)].flat(),
];

test("every requirement has exactly one row", () => {
  expect(rows.map(({ id }) => id).sort()).toEqual(expected.sort());
});

test("every row says what was asked in fifteen words, how it is done and what proves it", () => {
  const bad = rows.filter(
    ({ asked, how, proof, rest }) =>
      asked === "" || asked.split(/\s+/).length > 15 || how === "" || proof === "" || rest.length > 0,
  );
  expect(bad).toEqual([]);
});

test("every proof is a link, or said to be not applicable", () => {
  const unclear = rows.flatMap(({ id, proof }) =>
    proof
      .split(" · ")
      .filter((part) => !/^(\[[^\]]+\]\([^)]+\)( "[^"]+")?|not applicable)$/.test(part))
      .map((part) => `${id}: ${part}`),
  );
  expect(unclear).toEqual([]);
});

test("every proof that is linked exists and holds the test that it names", () => {
  const missing = rows.flatMap(({ id, proof }) =>
    readLinks(proof, page)
      .filter(({ path, quoted = "" }) => !existsSync(path) || !readFileSync(path, "utf8").includes(quoted))
      .map(({ path, quoted }) => `${id}: ${path} ${quoted ?? ""}`),
  );
  expect(missing).toEqual([]);
});
