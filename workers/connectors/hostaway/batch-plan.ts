import type { FailedItem, JsonObject, Money, Plan, Step } from "#connectors/define-write-tool.ts";
import { tryItem } from "./failed-item.ts";
import { sumMoney } from "./prices.ts";

const MAX_WARNINGS = 20;
/** Reads under way at once; more would only wait for the account's budget. */
const AT_ONCE = 5;

export interface ItemPlan<Change extends JsonObject> {
  steps: Step<Change>[];
  money: Money[];
  warnings: string[];
}

interface Items<Change extends JsonObject> {
  ids: readonly number[];
  plan(id: number): ItemPlan<Change> | Promise<ItemPlan<Change>>;
  progress(done: number, total?: number, message?: string): void;
}

/** Plans each item by itself: what is wrong with one keeps no other from its plan. */
export async function planItems<Change extends JsonObject>({
  ids,
  plan,
  progress,
}: Items<Change>): Promise<Omit<Plan<Change>, "summary">> {
  const steps: Step<Change>[] = [];
  const failed: FailedItem[] = [];
  const money: Money[] = [];
  const warnings = new Map<string, number[]>();
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    const group = ids.slice(start, start + AT_ONCE);
    const outcomes = await Promise.all(group.map((id) => tryItem(id, () => plan(id))));
    for (const [index, outcome] of outcomes.entries()) {
      if ("failed" in outcome) {
        failed.push(outcome.failed);
        continue;
      }
      steps.push(...outcome.value.steps);
      money.push(...outcome.value.money);
      for (const text of outcome.value.warnings) {
        warnings.set(text, [...(warnings.get(text) ?? []), group[index] ?? 0]);
      }
    }
    progress(start + group.length, ids.length, "Reading what is there");
  }
  return { steps, failed, money: sumMoney(money), warnings: toTexts(warnings) };
}

function toTexts(warnings: ReadonlyMap<string, number[]>): string[] {
  const texts = [...warnings].map(([text, ids]) =>
    ids.length === 1 ? `Property ${ids[0]}: ${text}` : `${ids.length} properties: ${text}`,
  );
  const more = texts.length - MAX_WARNINGS;
  return more > 0 ? [...texts.slice(0, MAX_WARNINGS), `${more} more warnings like these.`] : texts;
}
