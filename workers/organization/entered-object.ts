import { DurableObject } from "cloudflare:workers";
import type { Env } from "#env.ts";
import type { By } from "./audit/audit-entry.ts";
import { recordRefusal } from "./audit/record-refusal.ts";
import { Entrance } from "./entrance.ts";
import { type Result, toResult } from "./result.ts";
import type { Ports, Rooms } from "./rooms.ts";

type Task<Value> = (rooms: Rooms) => Value | Promise<Value>;

/** How every method of the object comes in. Fields, since a method could be called from outside. */
export abstract class EnteredObject extends DurableObject<Env> {
  protected readonly entrance = new Entrance(this.ctx, () => this.createPorts());

  /** Where the world outside comes in; the entry file says what it is. */
  protected abstract createPorts(): Ports;

  protected readonly answer = <Value>(task: Task<Value>): Promise<Result<Value>> =>
    toResult(this.entrance.ports.apiUrl, () => this.entrance.enter(task));

  protected readonly change = <Value>(by: By, action: string, task: Task<Value>): Promise<Result<Value>> => {
    const attempt = { ...by, action, surface: "internal" } as const;
    return this.answer((rooms) => recordRefusal(rooms, attempt, () => task(rooms)));
  };
}
