import { z } from "zod";
import { pageOf, parserOf } from "./envelope.ts";
import { flag, id, list, text } from "./fields.ts";

/** The possible values come as a list, or as the JSON of one. */
const possibleValues = z.preprocess((value) => {
  try {
    return typeof value === "string" ? JSON.parse(value) : value;
  } catch {
    return [];
  }
}, list(z.string()));

export const CustomField = z.object({
  id,
  name: text,
  varName: text,
  type: text,
  objectType: text,
  isPublic: flag,
  possibleValues,
});
export type CustomField = z.infer<typeof CustomField>;

export const parseCustomFieldPage = parserOf(pageOf(CustomField));
