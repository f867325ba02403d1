import type { Account } from "#sandbox/hostaway/account.ts";
import { addCharges } from "./add-charges.ts";
import { addExpenses } from "./add-expenses.ts";
import { addFieldsAndTemplates } from "./add-fields-and-templates.ts";
import { addOwnerStatements } from "./add-owner-statements.ts";
import { addReviews } from "./add-reviews.ts";
import { addTasks } from "./add-tasks.ts";
import { addTerms } from "./add-terms.ts";
import { addUsers } from "./add-users.ts";
import { Random } from "./random.ts";

/** What a manager's people do besides letting: it has numbers of its own, so that nobody else's change with it. */
export function addBackOffice(account: Account, now: number): void {
  const random = new Random(`${account.id} back office`);
  addUsers(account);
  addFieldsAndTemplates(account);
  addTerms(account, now);
  addTasks(account, random, now);
  addReviews(account, random, now);
  addExpenses(account, random, now);
  addOwnerStatements(account, now);
  addCharges(account, now);
}
