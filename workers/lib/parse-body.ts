import { AppError } from "#errors.ts";
import { parseJson } from "./parse-json.ts";

export function parseBody(text: string): unknown {
  const parsed = parseJson(text);
  if (parsed === undefined) throw new AppError("invalid_request", "The body is not valid JSON.");
  return parsed;
}
