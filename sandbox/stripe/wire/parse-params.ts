import type { z } from "zod";
import {
  emptyParam,
  invalidRequest,
  missingParam,
  type StripeError,
  unknownParam,
  unsupportedParam,
} from "../core/errors.ts";
import { currentVersion } from "../events/api-versions.ts";
import { parseAs } from "./removed-in.ts";
import { toInvalid } from "./to-invalid.ts";

type Issue = z.core.$ZodIssue;

/**
 * The parameters as the endpoint's schema has them; else the error Stripe would give for the first that is wrong.
 * `isStripes` tells of a parameter that is not in the schema whether Stripe has it.
 */
export function parseParams<Schema extends z.ZodType>(
  schema: Schema,
  params: object,
  version = currentVersion,
  isStripes: (name: string) => boolean = () => false,
): z.output<Schema> {
  const parsed = parseAs(version, () => schema.safeParse(params));
  if (parsed.success) return parsed.data;
  throw toError(parsed.error.issues, params, isStripes);
}

/** What is unknown comes before what is wrong, and that before what is missing (assumed). */
function toError(found: Issue[], params: object, isStripes: (name: string) => boolean): StripeError {
  const issues = found.map((issue) => toInnermost(issue, params));
  const unknown = issues.flatMap(toUnknownNames);
  const unsupported = unknown.find(isStripes);
  if (unsupported) return unsupportedParam(unsupported);
  if (unknown.length > 0) return unknownParam(unknown);
  const isMissing = (issue: Issue) => valueAt(params, issue.path) === undefined && !isAboutMore(issue);
  const wrong = issues.find((issue) => !isMissing(issue));
  if (!wrong) return missingParam(toName(issues[0]?.path ?? []));
  const value = valueAt(params, wrong.path);
  const param = toName(wrong.path);
  if (value === "") return emptyParam(param);
  const { message, code } = toInvalid(wrong, value, param);
  return invalidRequest(message, { param: param || undefined, code });
}

/** A rule about several parameters names one that may be absent. */
const isAboutMore = (issue: Issue) => issue.code === "custom" && !issue.message.startsWith("Invalid ");

function toUnknownNames(issue: Issue): string[] {
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => toName([...issue.path, key]));
  return issue.code === "custom" && issue.params?.isUnknown ? [toName(issue.path)] : [];
}

/** Of the ways a value could have been right, the one it came closest to: the one that went wrong deepest inside. */
function toInnermost(issue: Issue, params: object): Issue {
  if (issue.code !== "invalid_union") return issue;
  const ways = issue.errors.flatMap(([first]) => (first && !isUnsetting(first) ? [first] : []));
  const [closest] = ways.sort((a, b) => closenessOf(b) - closenessOf(a));
  if (!closest) return issue;
  const path = [...issue.path, ...closest.path];
  return toInnermost({ ...closest, path }, params);
}

const isUnsetting = (issue: Issue) => issue.code === "invalid_value" && issue.values[0] === "";

const closenessOf = ({ path, code }: Issue) =>
  3 * path.length + (code === "invalid_type" ? 0 : code === "invalid_value" ? 1 : 2);

const toName = ([head = "", ...rest]: PropertyKey[]) =>
  [String(head), ...rest.map((key) => `[${String(key)}]`)].join("");

const valueAt = (params: unknown, path: PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) => (Object(value) === value ? Reflect.get(Object(value), key) : undefined),
    params,
  );
