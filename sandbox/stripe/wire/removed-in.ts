import type { z } from "zod";
import { currentVersion } from "../events/api-versions.ts";
import { isBefore, type Line } from "./versions.ts";

let requested = currentVersion;

/** Parses for a request of that version. Nothing else runs meanwhile: parsing does not wait. */
export function parseAs<Result>(version: string, parse: () => Result): Result {
  requested = version;
  return parse();
}

/** A parameter that only a request of a version before that line may send; to others it is unknown. */
export function removedIn<Schema extends z.ZodType>(line: Line, schema: Schema): Schema {
  return schema.superRefine((_, ctx) => {
    if (!isBefore(requested, line)) ctx.addIssue({ code: "custom", params: { isUnknown: true } });
  });
}
