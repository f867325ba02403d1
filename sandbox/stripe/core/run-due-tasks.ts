import { Context } from "./context.ts";
import type { Database } from "./database.ts";
import type { Task } from "./records.ts";

/** What a kind of task does to the object it is about. It must look whether there is still something to do. */
export type TaskHandler = (ctx: Context, object: string) => void;

interface DueTasks {
  db: Database;
  /** In seconds. */
  wall: number;
  handlers: Record<string, TaskHandler>;
  /** Makes events of what a task did. */
  tell(ctx: Context): void;
}

const byItself = { id: null, idempotency_key: null };

/** Does all that is due, in the order of its time, each in a transaction of its own. */
export function runDueTasks({ db, wall, handlers, tell }: DueTasks): void {
  for (let task = findDue(db, wall); task; task = findDue(db, wall)) {
    const ctx = new Context(db, byItself, { wall, at: task.at });
    try {
      ctx.unschedule(task.kind, task.object);
      handlers[task.kind]?.(ctx, task.object);
      tell(ctx);
      db.commit();
    } catch (error) {
      drop(db, task, error);
    }
  }
}

/** A task that fails would be due for ever, and everything after it would wait. */
function drop(db: Database, { id }: Task, error: unknown): void {
  console.error(`The Stripe stand-in could not do "${id}"`, error);
  db.rollback();
  db.tasks.remove(id);
  db.commit();
}

function findDue(db: Database, wall: number): Task | undefined {
  const due = db.agenda.clocks().flatMap((clock) => {
    const task = db.agenda.next(clock);
    return task && task.at <= timeOf(db, clock, wall) ? [task] : [];
  });
  return due.sort((a, b) => a.at - b.at)[0];
}

/** A test clock on its way counts as arrived. */
function timeOf(db: Database, clock: string | null, wall: number): number {
  if (clock === null) return wall;
  const { frozen_time = 0, status_details } = db.testClocks.find(clock) ?? {};
  return status_details?.advancing?.target_frozen_time ?? frozen_time;
}
