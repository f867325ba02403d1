import { expect, test } from "vitest";
import { z } from "zod";
import { parseInput, toProblems } from "./parse-input.ts";

const list = z.array(z.string());

const cases: [schema: z.ZodType, input: unknown, problem: string][] = [
  [z.string().min(1), "", "must not be empty"],
  [z.string().min(8), "typed", "must have at least 8 characters"],
  [z.string().max(3), "typed", "must have at most 3 characters"],
  [z.string().max(1), "typed", "must have at most 1 character"],
  [z.string().length(6), "typed", "must have exactly 6 characters"],
  [z.string().length(1), "", "must have exactly 1 character"],
  [list.min(1), [], "must not be empty"],
  [list.max(1), ["typed", "typed"], "must have at most 1 entry"],
  [list.min(2), ["typed"], "must have at least 2 entries"],
  [z.number().min(5), 3, "must be at least 5"],
  [z.number().max(5), 7, "must be at most 5"],
  [z.number().positive(), -3, "must be more than 0"],
  [z.number().lt(5), 7, "must be less than 5"],
  [z.int(), 1.5, "must be a whole number"],
  [z.number().multipleOf(5), 7, "must be a multiple of 5"],
  [z.email(), "typed", "must be an e-mail address"],
  [z.url(), "typed", "must be a web address"],
  [z.iso.date(), "typed", "must be a date, written YYYY-MM-DD"],
  [z.iso.datetime(), "typed", "must be a date and a time, written YYYY-MM-DDThh:mm:ssZ"],
  [z.string().regex(/^\d+$/), "typed", "does not have the right form"],
  [z.templateLiteral(["key_", z.string().regex(/^\d$/)]), "typed", "does not have the right form"],
  [z.string(), undefined, "is missing"],
  [z.enum(["live", "test"]), undefined, "is missing"],
  [z.string(), 7, "must be text"],
  [z.string(), null, "must be text"],
  [z.number(), "typed", "must be a number"],
  [z.coerce.number(), "typed", "must be a number"],
  [z.boolean(), "typed", "must be true or false"],
  [list, "typed", "must be a list"],
  [z.object({}), "typed", "must be an object"],
  [z.record(z.string(), z.string()), "typed", "must be an object"],
  [z.map(z.string(), z.string()), "typed", "is not valid"],
  [z.enum(["live", "test"]), "typed", "must be one of live, test"],
  [z.literal("live"), "typed", "must be live"],
  [z.union([z.string(), z.number()]), true, "is not valid"],
  [z.strictObject({}), { color: "typed" }, "is not known: color"],
  [z.strictObject({}), { color: "typed", size: "typed" }, "are not known: color, size"],
  [z.string().refine(() => false), "typed", "is not valid"],
  [z.string().min(9, "is too short for a password"), "typed", "is too short for a password"],
];

test.each(cases.map(([schema, input, problem]) => ({ schema, input, problem })))(
  "what is wrong is said plainly, and not what was typed: $problem",
  ({ schema, input, problem }) => {
    const { error } = z.object({ field: schema }).safeParse({ field: input });
    expect(toProblems(error ?? { issues: [] })).toBe(`field: ${problem}`);
  },
);

test("a choice between objects says what may be chosen", () => {
  const Shape = z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("circle") }),
    z.object({ kind: z.literal("square") }),
  ]);
  expect(() => parseInput(Shape, { kind: "typed" })).toThrow("kind: must be one of circle, square");
});
