import { Context } from "../core/context.ts";
import type { Invoice, Subscription } from "../core/objects.ts";
import type { Task } from "../core/records.ts";
import { taskHandlers } from "../tasks.ts";
import { invoicesOf } from "./lines-of.ts";

/** More than all that can come between now and a subscription's next invoice. */
const mostSteps = 20;

/** Lets happen what will, in its order, until there is such an invoice. Only for rehearsals. */
export function runUntilBilled(
  ctx: Context,
  subscription: Pick<Subscription, "id" | "customer">,
  isNew: (invoice: Invoice) => boolean,
): Invoice | undefined {
  for (let step = 0; step < mostSteps; step++) {
    const invoice = invoicesOf(ctx.db, subscription).find(isNew);
    if (invoice) return invoice;
    const task = nextTask(ctx, subscription.id);
    if (!task) return;
    const later = new Context(ctx.db, ctx.cause, { wall: ctx.wall(), at: task.at });
    later.unschedule(task.kind, task.object);
    taskHandlers[task.kind]?.(later, task.object);
  }
}

/** What is next to happen to a subscription or to its schedule. */
export function nextTask({ db }: Context, subscription: string): Task | undefined {
  const schedule = db.subscriptions.find(subscription)?.schedule;
  const tasks = [subscription, schedule].flatMap((object) => (object ? db.tasks.by("object", object) : []));
  return tasks.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))[0];
}
