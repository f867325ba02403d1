import { sumOf, toCents } from "#sandbox/hostaway/money.ts";
import { type StandardFieldName, type StandardFields, standardFieldNames } from "./standard-fields.ts";

/** What a manager keeps of the rent. */
const commissionShare = 0.2;

const taxNames = standardFieldNames.filter((name) => /tax|^vat$/i.test(name));
const discountNames = standardFieldNames.filter((name) => name.endsWith("Discount"));
const hostCosts: StandardFieldName[] = [
  "hostChannelFee",
  "paymentServiceProcessingFees",
  "otaPaymentProcessingFee",
  "cancellationHostFee",
];
const notGuestFees: ReadonlySet<string> = new Set([
  ...taxNames,
  ...discountNames,
  ...hostCosts,
  "baseRate",
  "priceForExtraPerson",
  "damageDeposit",
  "guestChannelFee",
  "cancellationPayout",
]);
const feeNames = standardFieldNames.filter((name) => !notGuestFees.has(name));
const rentNames: StandardFieldName[] = ["baseRate", "priceForExtraPerson", ...discountNames];

type Formula = (fields: StandardFields) => number;

const total =
  (names: readonly StandardFieldName[]): Formula =>
  (fields) =>
    sumOf(names.map((name) => fields[name]));

const rentalRevenue = total(rentNames);
const totalTax = total(taxNames);
const totalGuestFees = total(feeNames);
const pmCommission: Formula = (fields) =>
  toCents((rentalRevenue(fields) - total(hostCosts)(fields)) * commissionShare);
const ownerPayout: Formula = (fields) =>
  toCents(rentalRevenue(fields) - total(hostCosts)(fields) - pmCommission(fields));
const subTotalPrice: Formula = (fields) => toCents(rentalRevenue(fields) + totalGuestFees(fields));

/** What the account calculates from the standard fields: assumed, each real account has its own. */
export const formulas = [
  { name: "rentalRevenue", text: rentNames.join(" + "), of: rentalRevenue },
  { name: "totalGuestFees", text: feeNames.join(" + "), of: totalGuestFees },
  { name: "totalTax", text: taxNames.join(" + "), of: totalTax },
  { name: "pmCommission", text: `(rentalRevenue - hostChannelFee) * ${commissionShare}`, of: pmCommission },
  { name: "ownerPayout", text: "rentalRevenue - hostChannelFee - pmCommission", of: ownerPayout },
  { name: "subTotalPrice", text: "rentalRevenue + totalGuestFees", of: subTotalPrice },
] as const satisfies { name: string; text: string; of: Formula }[];
