import { z } from "zod";

type Issue = z.core.$ZodRawIssue;
type Bound = Extract<Issue, { code: "too_small" | "too_big" }>;

/** What is wrong with a field, to follow its name. Never contains what was typed into it. */
export function toPlainProblem(issue: Issue): string {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined ? "is missing" : (types[issue.expected] ?? NOT_VALID);
    case "invalid_value":
      return issue.input === undefined ? "is missing" : toChoice(issue.values);
    case "invalid_union":
      return issue.inclusive === false || issue.options === undefined ? NOT_VALID : toChoice(issue.options);
    case "invalid_format":
      return formats[issue.format] ?? "does not have the right form";
    case "too_small":
      return toBound(issue, issue.minimum, issue.inclusive === false ? "more than" : "at least");
    case "too_big":
      return toBound(issue, issue.maximum, issue.inclusive === false ? "less than" : "at most");
    case "not_multiple_of":
      return `must be a multiple of ${issue.divisor}`;
    case "unrecognized_keys":
      return `${issue.keys.length === 1 ? "is" : "are"} not known: ${issue.keys.join(", ")}`;
    default:
      return NOT_VALID;
  }
}

const NOT_VALID = "is not valid";

const types: Readonly<Record<string, string>> = {
  string: "must be text",
  number: "must be a number",
  int: "must be a whole number",
  boolean: "must be true or false",
  array: "must be a list",
  object: "must be an object",
  record: "must be an object",
};

const formats: Readonly<Record<string, string>> = {
  email: "must be an e-mail address",
  url: "must be a web address",
  date: "must be a date, written YYYY-MM-DD",
  datetime: "must be a date and a time, written YYYY-MM-DDThh:mm:ssZ",
};

const units: Readonly<Record<string, [one: string, many: string]>> = {
  string: ["character", "characters"],
  array: ["entry", "entries"],
  set: ["entry", "entries"],
};

function toBound({ code, exact, origin }: Bound, bound: number | bigint, relation: string): string {
  const limit = `${exact === true ? "exactly" : relation} ${bound}`;
  const unit = units[origin];
  if (unit === undefined) return `must be ${limit}`;
  if (code === "too_small" && Number(bound) === 1 && exact !== true) return "must not be empty";
  const [one, many] = unit;
  return `must have ${limit} ${Number(bound) === 1 ? one : many}`;
}

function toChoice(values: readonly z.core.util.Primitive[]): string {
  return values.length === 1
    ? `must be ${String(values[0])}`
    : `must be one of ${values.map(String).join(", ")}`;
}

// What a schema says itself comes before this.
z.config({ customError: toPlainProblem });
