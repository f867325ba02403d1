import { onTestFinished, vi } from "vitest";
import { z } from "zod";
import { defineWriteTool } from "#connectors/define-write-tool.ts";
import type { CreateKey } from "#organization/keys/create-key.ts";
import { toolTable, toToolEntry } from "#organization/tools/tool-table.ts";
import {
  createKey,
  createOrganization,
  listAudit,
  readTable,
  restart,
  type TestOrganization,
} from "./organization.ts";

const Change = z.object({ item: z.string(), value: z.string().nullable() });

interface FakeOptions {
  batch?: boolean;
  repeatable?: boolean;
  /** Why not, where it cannot be undone. */
  final?: string;
}

/**
 * A write tool whose upstream is a map in the test: every write to it is counted, and can be refused or held up. `changing`
 * takes what each item shall be; null takes it away.
 */
export function addFakeTool({ batch = false, repeatable = false, final }: FakeOptions = {}) {
  const name = batch ? "change_fakes" : "change_fake";
  const fake = {
    name,
    values: new Map<string, string>(),
    applied: [] as string[],
    /** Runs when a write has arrived upstream, and before its answer goes back. */
    afterWrite: async (_item: string): Promise<void> => {},
    beforeWrite: async (_item: string): Promise<void> => {},
    /** Runs when an undo looks at an item. */
    beforeRead: async (_item: string): Promise<void> => {},
  };
  const find = (item: string) => {
    const value = fake.values.get(item);
    return value === undefined ? null : { value };
  };
  const tool = defineWriteTool<unknown>()({
    name,
    title: "Change fakes",
    access: "write",
    toolset: "core",
    description: "Changes what is in a test.",
    input: z.object({ changing: z.record(z.string(), z.string().nullable()) }),
    change: Change,
    batch,
    repeatable,
    plan: async ({ input: { changing } }) => ({
      summary: "Changes fakes",
      warnings: [],
      steps: Object.entries(changing).map(([item, value]) => ({
        item,
        change: { item, value },
        before: find(item),
        after: value === null ? null : { value },
      })),
    }),
    apply: async ({ change: { item, value } }) => {
      await fake.beforeWrite(item);
      fake.applied.push(item);
      if (value === null) fake.values.delete(item);
      else fake.values.set(item, value);
      await fake.afterWrite(item);
      return { id: item };
    },
    undo:
      final === undefined
        ? {
            reverse: ({ item, before }) => ({
              item,
              value: z
                .string()
                .nullable()
                .parse(before?.value ?? null),
            }),
            read: async ({ change: { item } }) => {
              await fake.beforeRead(item);
              return find(item);
            },
          }
        : { impossible: final },
  });
  toolTable.set(name, toToolEntry(tool, "hostaway"));
  onTestFinished(() => void toolTable.delete(name));
  return fake;
}

/** What to change of so many items. */
export function toChanging(count: number, value: string | null = "new"): Record<string, string | null> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`item ${index}`, value]));
}

/** An organization, and a key of it that may write. */
export async function createWriter(terms: Partial<CreateKey> = {}) {
  const organization = await createOrganization();
  const { id, secret } = await createKey(organization, { scopes: ["read", "write"], ...terms });
  return { organization, id, secret };
}

/** Lets the schedule work until the change has ended. Whoever comes in sets it off, as an alarm would. */
export async function finishChange(organization: TestOrganization, change: unknown): Promise<void> {
  const isRunning = async () =>
    (await readTable(organization, "changes")).some(({ id, state }) => id === change && state === "running");
  while (await isRunning()) {
    await organization.object.listKeys();
    await scheduler.wait(5);
  }
}

/** The object dies while `item` is being written. */
export async function killDuring(
  organization: TestOrganization,
  fake: ReturnType<typeof addFakeTool>,
  [moment, item]: ["beforeWrite" | "afterWrite", string],
  start: () => Promise<unknown>,
): Promise<void> {
  let hasArrived = false;
  fake[moment] = async (current) => {
    if (current !== item) return;
    hasArrived = true;
    await scheduler.wait(60_000);
  };
  const running = start().catch(() => {});
  // A promise that the object resolves would go on inside the object, and die with it.
  await vi.waitUntil(() => hasArrived, { timeout: 20_000 });
  fake[moment] = async () => {};
  await restart(organization);
  await running;
}

/** The rows of its items that a change has left in the audit log, by item, in the order of its items. */
export async function listOutcomes(organization: TestOrganization, change: unknown) {
  const rows = await listAudit(organization);
  const ofItems = rows.filter(
    ({ action, target }) => action === "changes/item" && target?.startsWith(`${change}/`),
  );
  return ofItems
    .map(({ target, result }) => [Number(target?.split("/")[1]), result] as const)
    .sort(([a], [b]) => a - b);
}
