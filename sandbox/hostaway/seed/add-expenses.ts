import type { Account } from "#sandbox/hostaway/account.ts";
import { addDays, toDate, toStamp } from "#sandbox/hostaway/dates.ts";
import { Expense } from "#sandbox/hostaway/finance/expenses.ts";
import { toCents } from "#sandbox/hostaway/money.ts";
import type { Random } from "./random.ts";

/** Concept, category, and the least and most it comes to in the listing's currency. Extras are positive. */
const kinds: readonly (readonly [string, string, number, number])[] = [
  ["Cleaning supplies", "Supplies", -60, -15],
  ["Plumber", "Repairs", -320, -90],
  ["Electricity", "Utilities", -180, -60],
  ["Laundry", "Laundry", -95, -30],
  ["Garden care", "Garden", -120, -40],
  ["New linen", "Supplies", -210, -70],
  ["Late check-out sold to the guest", "Extras", 40, 40],
];

/** Two or three a month at each of the first listings, over half a year. */
export function addExpenses(account: Account, random: Random, now: number): void {
  const today = toDate(now);
  const names = [...new Set(kinds.map(([, category]) => category))];
  names.forEach((name, index) => {
    account.expenseCategories.put({ id: index + 1, name });
  });
  for (const { id: listingMapId } of account.listings.all().slice(0, 16)) {
    for (let month = 0; month < 6; month++) {
      const count = random.integer(2, 3);
      for (let turn = 0; turn < count; turn++) {
        const [concept, category, least, most] = random.pick(kinds);
        const amount = toCents(least + random.next() * (most - least));
        const expenseDate = addDays(today, -30 * month - random.integer(0, 29));
        const stamp = toStamp(Math.min(now, Date.parse(expenseDate) + 9 * 3_600_000));
        account.expenses.put(
          Expense.parse({
            id: account.expenses.nextId(),
            accountId: Number(account.id),
            listingMapId,
            expenseDate,
            concept,
            amount,
            categories: [names.indexOf(category) + 1],
            categoriesNames: [category],
            insertedOn: stamp,
            updatedOn: stamp,
          }),
        );
      }
    }
  }
}
