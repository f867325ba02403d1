import { toPreviousAttributes } from "../../core/context.ts";
import type { Database } from "../../core/database.ts";
import type { Event } from "../../core/objects.ts";
import { isBefore } from "../../wire/versions.ts";
import { currentVersion } from "../api-versions.ts";
import { beforeBasil } from "./before-basil.ts";
import { beforeClover } from "./before-clover.ts";
import { beforeEndive } from "./before-endive.ts";

/** From an object as the next line of versions has it to the object as the line before had it. */
export type Downgrade = (object: object, db: Database) => object;

/** The event as that version shows it: newest difference first, back to what API versions of 2024 had. */
export function toShape(db: Database, event: Event, version: string | null): Event {
  const wanted = version ?? currentVersion;
  const downgrades: Downgrade[] = [
    ...(isBefore(wanted, "endive") ? [beforeEndive] : []),
    ...(isBefore(wanted, "clover") ? [beforeClover] : []),
    ...(isBefore(wanted, "basil") ? [beforeBasil] : []),
  ];
  const convert = (object: object) => downgrades.reduce((newer, downgrade) => downgrade(newer, db), object);
  const { object, previous_attributes } = event.data;
  const data = {
    object: convert(object),
    ...(previous_attributes && {
      previous_attributes: toPreviousAttributes(
        convert(withFormer(object, previous_attributes)),
        convert(object),
      ),
    }),
  };
  return { ...event, api_version: wanted, data };
}

/** The object as it was. */
function withFormer(object: object, previous: object): object {
  const entries = Object.entries(previous).map(([key, value]) => {
    const now: unknown = Reflect.get(object, key);
    return [key, isPlain(value) && isPlain(now) ? withFormer(now, value) : value];
  });
  return { ...object, ...Object.fromEntries(entries) };
}

const isPlain = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);
