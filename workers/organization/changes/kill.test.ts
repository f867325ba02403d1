import { expect, test } from "vitest";
import {
  addFakeTool,
  createWriter,
  finishChange,
  killDuring,
  listOutcomes,
  toChanging,
} from "#tests/fake-write.ts";
import { callRest, readTable } from "#tests/organization.ts";

type Moment = "beforeWrite" | "afterWrite";

/** A write of three items whose object is killed around the second; whoever comes next finds what is left. */
async function killAround(moment: Moment, kind: { batch: boolean; repeatable: boolean }) {
  const fake = addFakeTool(kind);
  const { organization, secret } = await createWriter();
  const args = { changing: toChanging(3), idempotency_key: "one" };
  await killDuring(organization, fake, [moment, "item 1"], () => callRest(secret, fake.name, args));
  const [change] = await readTable(organization, "changes");
  await finishChange(organization, change?.id);
  const [ended] = await readTable(organization, "changes");
  const outcomes = await listOutcomes(organization, change?.id);
  return { fake, ended, outcomes, again: await callRest(secret, fake.name, args) };
}

const kinds = [true, false].flatMap((batch) => [
  [batch, "beforeWrite"] as const,
  [batch, "afterWrite"] as const,
]);

test.each(kinds)(
  "a repeatable write (batch: %s) that was killed in %s is carried on to its end",
  async (batch, moment) => {
    const { again, ended, fake, outcomes } = await killAround(moment, { batch, repeatable: true });
    expect(ended).toMatchObject({ state: "done" });
    expect(outcomes).toEqual([0, 1, 2].map((seq) => [seq, "ok"]));
    expect([...fake.values.keys()]).toEqual(["item 0", "item 1", "item 2"]);
    expect(again.body).toMatchObject({ replayed: true });
  },
);

test.each(kinds)(
  "a write (batch: %s) that must not be repeated and was killed in %s is not, and says that nobody knows",
  async (batch, moment) => {
    const { again, ended, fake, outcomes } = await killAround(moment, { batch, repeatable: false });
    expect(ended).toMatchObject({ state: "partial" });
    expect(outcomes).toEqual([
      [0, "ok"],
      [1, "internal"],
      [2, "internal"],
    ]);
    expect(fake.applied).toEqual(moment === "beforeWrite" ? ["item 0"] : ["item 0", "item 1"]);
    if (batch) {
      expect(again.body).toMatchObject({
        replayed: true,
        failed_items: [
          { item_id: "item 1", error_message: expect.stringContaining("look before you repeat it") },
          { item_id: "item 2", error_message: expect.stringContaining("before this was tried") },
        ],
      });
    } else {
      expect(again.error).toMatchObject({
        code: "conflict",
        message: expect.stringContaining("may have arrived"),
      });
    }
  },
);
