import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { buildContract } from "./build-contract.ts";
import { formatContract } from "./format-contract.ts";

const contract = buildContract();

test("the committed contract is what the installed SDK says; else run npm run stripe:contract and read the diff", () => {
  const committed = readFileSync("sandbox/stripe/contract/contract.json", "utf8");
  expect(formatContract(contract) === committed).toBe(true);
});

test("what the contract takes from a declaration: enums without an open end, ids or objects, numeric strings", () => {
  const { properties, required, additionalProperties } = contract.$defs.Subscription ?? {};
  expect(properties).toMatchObject({
    object: { const: "subscription" },
    customer: {
      anyOf: [{ type: "string" }, { $ref: "#/$defs/Customer" }, { $ref: "#/$defs/DeletedCustomer" }],
    },
    collection_method: { enum: ["charge_automatically", "send_invoice"] },
    cancel_at: { type: ["null", "number"] },
    items: { properties: { data: { items: { $ref: "#/$defs/SubscriptionItem" } } } },
  });
  expect(required).toContain("cancel_at");
  expect(required).not.toContain("default_tax_rates");
  expect(additionalProperties).toBe(false);
  expect(contract.$defs.Customer?.properties).not.toHaveProperty("deleted");
  expect(contract.$defs.Price?.properties?.unit_amount_decimal).toEqual({
    anyOf: [{ type: "null" }, { type: "string", pattern: "^-?\\d+(\\.\\d+)?$" }],
  });
  expect(contract.events["invoice.paid"]).toEqual({ $ref: "#/$defs/Invoice" });
});

test("what this version no longer takes is not in it, and everything it refers to is", () => {
  expect(contract.apiVersion).toBe("2026-10-28.endive");
  expect(contract.$defs.PaymentIntentCreateParams?.properties).not.toHaveProperty("payment_method_types");
  const named = [...JSON.stringify(contract).matchAll(/#\/\$defs\/([\w.]+)/g)].map(([, name = ""]) => name);
  expect(named.filter((name) => !(name in contract.$defs))).toEqual([]);
});
