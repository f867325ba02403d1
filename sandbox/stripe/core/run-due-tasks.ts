import { Context } from "./context.ts";
import type { Database } from "./database.ts";
import type { Task } from "./records.ts";

/** What a kind of task does to the object it is about. It must look whether there is still something to do. */
export type TaskHandler = (ctx: Context, object: string) => void;

const byItself = { id: null, idempotency_key: null };

/** Does all that is due, in the order of its time, each in a transaction of its own. `wall` is in seconds. */
export function runDueTasks(
  db: Database,
  wall: number,
  handlers: Record<string, TaskHandler>,
  tell: (ctx: Context) => void,
): void {
  for (let task = findDue(db, wall); task; task = findDue(db, wall)) {
    const ctx = new Context(db, byItself, { wall, at: task.at });
    ctx.unschedule(task.kind, task.object);
    handlers[task.kind]?.(ctx, task.object);
    tell(ctx);
    db.commit();
  }
}

function findDue(db: Database, wall: number): Task | undefined {
  const timeOf = ({ clock }: Task) => (clock ? (db.testClocks.find(clock)?.frozen_time ?? 0) : wall);
  const due = db.tasks.where((task) => task.at <= timeOf(task));
  return due.sort((a, b) => a.at - b.at)[0];
}
