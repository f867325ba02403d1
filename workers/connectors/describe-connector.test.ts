import { expect, test } from "vitest";
import { describeConnector } from "./describe-connector.ts";
import { listConnectors } from "./get-connector.ts";

const cases = listConnectors().map((connector) => [connector.name, connector] as const);

test.each(cases)(
  "%s says what it is, where its credential is found and what the form asks for",
  (_, connector) => {
    const { docsUrl, fields, steps, summary } = describeConnector(connector);
    expect(summary).toMatch(/^[A-Z].*\.$/);
    expect(steps.length).toBeGreaterThan(0);
    for (const step of steps) expect(step).toMatch(/^[A-Z].*\.$/);
    if (docsUrl !== null) expect(docsUrl).toMatch(/^https:/);
    expect(fields.map(({ name }) => name)).toEqual(Object.keys(connector.credential.shape));
    for (const { hint, isSecret, label, name } of fields) {
      expect(label).toMatch(/^[A-Z]/);
      expect(hint).toMatch(/^[A-Z].*\.$/);
      expect(isSecret).toBe(/secret|token|password/i.test(name));
    }
    expect(fields.some(({ isSecret }) => isSecret)).toBe(true);
  },
);

test.each(cases)("every tool of %s is counted in a toolset that says what it is for", (_, connector) => {
  const { toolsets } = describeConnector(connector);
  const sum = (counts: number[]) => counts.reduce((all, count) => all + count, 0);
  expect(sum(toolsets.map(({ reads }) => reads))).toBe(connector.tools.length);
  expect(sum(toolsets.map(({ writes }) => writes))).toBe(connector.writes.length);
  for (const { reads, summary, title, writes } of toolsets) {
    expect(title).toMatch(/^[A-Z]/);
    expect(summary).toMatch(/^[A-Z].*\.$/);
    expect(reads + writes).toBeGreaterThan(0);
  }
});
