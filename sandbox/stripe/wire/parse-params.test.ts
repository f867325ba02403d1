import { expect, test } from "vitest";
import { z } from "zod";
import { decodeForm } from "./decode-form.ts";
import { Bool, Integer, Metadata, RangeFilter, removedIn, Text, unsettable } from "./parameters.ts";
import { parseParams } from "./parse-params.ts";

const Params = z.strictObject({
  customer: Text,
  active: Bool.optional(),
  at: unsettable(z.union([z.literal("now"), Integer])).optional(),
  behavior: z.enum(["create", "always", "none"]).optional(),
  created: RangeFilter,
  items: z.array(z.strictObject({ quantity: Integer.pipe(z.int().min(1).max(999)) })).optional(),
  metadata: Metadata.optional(),
  mode: z.enum(["on", "off"]).optional(),
  name: unsettable(Text).optional(),
  old: removedIn("endive", z.array(Text)).optional(),
});

const parse = (form: string, version?: string) => parseParams(Params, decodeForm(form), version);

test("values become what they stand for, and an empty string clears", () => {
  expect(
    parse("customer=c&active=true&at=12&name=&items[0][quantity]=3&created[gte]=5&metadata[a]="),
  ).toEqual({
    customer: "c",
    active: true,
    at: 12,
    name: null,
    items: [{ quantity: 3 }],
    created: { gte: 5 },
    metadata: { a: "" },
  });
});

test("each wrong parameter is refused in Stripe's words", () => {
  const wrong: [string, object][] = [
    ["", { message: "Missing required param: customer.", code: "parameter_missing", param: "customer" }],
    [
      "customer=c&nope=1",
      { message: "Received unknown parameter: nope", code: "parameter_unknown", param: "nope" },
    ],
    ["customer=c&a=1&b=2", { message: "Received unknown parameters: a, b", code: "parameter_unknown" }],
    [
      "customer=c&items[0][foo]=1&items[0][quantity]=1",
      { message: "Received unknown parameter: items[0][foo]", param: "items[0][foo]" },
    ],
    ["customer=c&items[0][x]=", { message: "Received unknown parameter: items[0][x]" }],
    ["customer=c&items[1][quantity]=1&items[0][y]=1", { param: "items[0][y]" }],
    [
      "customer=",
      {
        message: expect.stringContaining("You passed an empty string for 'customer'."),
        code: "parameter_invalid_empty",
        param: "customer",
      },
    ],
    [
      "customer=c&items[0][quantity]=abc",
      { message: "Invalid integer: abc", code: "parameter_invalid_integer", param: "items[0][quantity]" },
    ],
    [
      "customer=c&items[0][quantity]=1.5",
      { message: "Invalid integer: 1.5", code: "parameter_invalid_integer" },
    ],
    [
      "customer=c&items[0][quantity]=0",
      {
        message: "This value must be greater than or equal to 1.",
        code: "parameter_invalid_integer",
        param: "items[0][quantity]",
      },
    ],
    ["customer=c&items[0][quantity]=1000", { message: "This value must be less than or equal to 999." }],
    ["customer=c&active=yes", { message: "Invalid boolean: yes", param: "active" }],
    [
      "customer=c&behavior=maybe",
      { message: "Invalid behavior: must be one of create, always, or none", param: "behavior" },
    ],
    ["customer=c&mode=maybe", { message: "Invalid mode: must be one of on or off" }],
    ["customer=c&created[gte]=x", { message: "Invalid integer: x", param: "created[gte]" }],
    ["customer=c&created=x", { message: "Invalid integer: x", param: "created" }],
    ["customer=c&at=soon", { message: "Invalid integer: soon", param: "at" }],
    ["customer=c&items=x", { message: "Invalid array", param: "items" }],
    ["customer=c&metadata=x", { message: "Invalid object", param: "metadata" }],
    ["customer[a]=c", { message: 'Invalid string: {"a":"c"}', param: "customer" }],
    [
      `customer=${"x".repeat(5001)}`,
      { message: `Invalid string: ${"x".repeat(50)}...${"x".repeat(10)}; must be at most 5000 characters` },
    ],
    ["customer=c&__proto__[a]=1", { message: "Received unknown parameter: __proto__" }],
  ];
  for (const [form, body] of wrong) expect(refusalOf(form), form.slice(0, 60)).toMatchObject(body);
});

function refusalOf(form: string): unknown {
  try {
    return parse(form);
  } catch (error) {
    return Reflect.get(Object(error), "body");
  }
}

test("a parameter that was removed is known to older versions only", () => {
  expect(parse("customer=c&old[]=card", "2026-08-26.dahlia")).toMatchObject({ old: ["card"] });
  expect(parse("customer=c&old[]=card", "2024-06-20")).toMatchObject({ old: ["card"] });
  expect(() => parse("customer=c&old[]=card", "2026-09-30.endive")).toThrow(
    "Received unknown parameter: old",
  );
  expect(() => parse("customer=c&old[]=card")).toThrow("Received unknown parameter: old");
});
