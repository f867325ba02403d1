import type { z } from "zod";

interface Invalid {
  message: string;
  code?: string;
}

/** What is wrong with a value, as Stripe words it. */
export function toInvalid(issue: z.core.$ZodIssue, value: unknown, param: string): Invalid {
  switch (issue.code) {
    case "invalid_value":
      return { message: `Invalid ${param}: must be ${oneOf(issue.values.map(String))}` };
    case "invalid_type":
      return toWrongKind(issue.expected, value);
    case "too_small":
      return toBeyond("greater", issue.minimum, issue);
    case "too_big":
      return issue.origin === "string"
        ? { message: `Invalid string: ${abridged(value)}; must be at most ${issue.maximum} characters` }
        : toBeyond("less", issue.maximum, issue);
    case "custom":
      return { message: withValue(issue.message, value), code: codeOf(issue) };
    default:
      return { message: withValue(toDefault(issue.message), value) };
  }
}

function toWrongKind(expected: string, value: unknown): Invalid {
  if (expected === "array") return { message: "Invalid array" };
  if (expected === "object" || expected === "record") return { message: "Invalid object" };
  return { message: `Invalid ${expected}: ${abridged(value)}` };
}

function toBeyond(than: string, bound: number | bigint, issue: { origin: string; message: string }): Invalid {
  if (["int", "number"].includes(issue.origin)) {
    const message = `This value must be ${than} than or equal to ${bound}.`;
    return { message, code: "parameter_invalid_integer" };
  }
  const isOurs = !issue.message.startsWith("Too ");
  return {
    message: isOurs ? issue.message : `The number of items must be ${than} than or equal to ${bound}.`,
  };
}

function codeOf({ message, params }: z.core.$ZodIssueCustom): string | undefined {
  if (typeof params?.code === "string") return params.code;
  return message === "Invalid integer" ? "parameter_invalid_integer" : undefined;
}

/** Our schemas' own words stay; those of the library are nobody's business. */
const toDefault = (message: string) => (/^Invalid \w+( \w+)?$/.test(message) ? message : "Invalid value");

const withValue = (message: string, value: unknown) =>
  /^Invalid [^:]+$/.test(message) && value !== undefined ? `${message}: ${abridged(value)}` : message;

function abridged(value: unknown): string {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > 100 ? `${text.slice(0, 50)}...${text.slice(-10)}` : text;
}

/** "one of a, b, or c" */
function oneOf(values: string[]): string {
  if (values.length < 2) return values.join("");
  const last = values.at(-1);
  return `one of ${values.slice(0, -1).join(", ")}${values.length > 2 ? "," : ""} or ${last}`;
}
