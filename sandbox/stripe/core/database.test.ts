import { runInDurableObject } from "cloudflare:test";
import { expect, test } from "vitest";
import { Store } from "#sandbox/store.ts";
import { sandboxObject } from "#sandbox/testing.ts";
import { Database } from "./database.ts";

/** An account's database of its own in the sandbox's storage. */
function inDatabase(account: string, work: (db: Database, reopen: () => Database) => void): Promise<void> {
  return runInDurableObject(sandboxObject(), (_, { storage }) => {
    const open = () => new Database(new Store(storage.sql), account);
    work(open(), open);
  });
}

const counter = (id: string, count = 0) => ({ id, count });
const task = (object: string, at: number, clock: string | null = null) => ({
  id: `k ${object}`,
  kind: "k",
  object,
  at,
  clock,
});

test("what is rolled back never was, and what is committed is there after a restart", () =>
  inDatabase("acct_rollback", (db, reopen) => {
    for (const id of ["a", "b", "c"]) db.counters.put(counter(id));
    db.commit();
    db.counters.remove("a");
    db.counters.change("b", { count: 5 });
    db.counters.put(counter("d"));
    db.rollback();
    expect(db.counters.all()).toEqual([counter("a"), counter("b"), counter("c")]);
    db.counters.remove("b");
    db.commit();
    expect(reopen().counters.all()).toEqual([counter("a"), counter("c")]);
  }));

test("a part of a transaction is taken back to its mark, and the rest is kept", () =>
  inDatabase("acct_mark", (db, reopen) => {
    db.counters.put(counter("a", 1));
    const mark = db.mark();
    db.counters.change("a", { count: 2 });
    db.counters.put(counter("b"));
    db.rollbackTo(mark);
    expect(db.counters.all()).toEqual([counter("a", 1)]);
    db.commit();
    expect(reopen().counters.all()).toEqual([counter("a", 1)]);
  }));

test("objects are found by a field's value, through changes, removals and rollbacks", () =>
  inDatabase("acct_by", (db) => {
    const of = (count: number) => db.counters.by("count", count).map(({ id }) => id);
    for (const id of ["a", "b", "c"]) db.counters.put(counter(id, 1));
    expect(of(1)).toEqual(["a", "b", "c"]);
    db.commit();
    db.counters.change("a", { count: 2 });
    db.counters.remove("b");
    expect([of(1), of(2), of(3)]).toEqual([["c"], ["a"], []]);
    db.rollback();
    expect([of(1), of(2)]).toEqual([["a", "b", "c"], []]);
  }));

test("the next task is the earliest of its clock, whatever was put, moved, removed or taken back", () =>
  inDatabase("acct_agenda", (db, reopen) => {
    for (const [object, at] of [
      ["a", 5],
      ["b", 3],
      ["c", 9],
      ["d", 3],
    ] as const)
      db.tasks.put(task(object, at));
    db.tasks.put(task("e", 1, "clock_1"));
    const next = () => db.agenda.next(null)?.object;
    expect([next(), db.agenda.next("clock_1")?.object, db.agenda.next("clock_2")]).toEqual([
      "b",
      "e",
      undefined,
    ]);
    db.commit();
    db.tasks.put(task("b", 10));
    expect(next()).toBe("d");
    db.tasks.remove("k d");
    expect(next()).toBe("a");
    db.rollback();
    expect(next()).toBe("b");
    expect(reopen().agenda.next(null)?.object).toBe("b");
  }));

test("an order of many tasks is their times' order", () =>
  inDatabase("acct_many", (db) => {
    const times = Array.from({ length: 500 }, (_, index) => (index * 7919) % 501);
    times.forEach((at, index) => void db.tasks.put(task(String(index), at)));
    const run: number[] = [];
    for (let due = db.agenda.next(null); due; due = db.agenda.next(null)) {
      run.push(due.at);
      db.tasks.remove(due.id);
    }
    expect(run).toEqual(times.toSorted((a, b) => a - b));
    db.rollback();
  }));
