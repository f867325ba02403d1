import type { TaxId } from "../core/objects.ts";

/** How the values of some types look. Of the others nothing is known here, and any text will do. */
const shapes: Record<string, RegExp> = {
  au_abn: /^\d{11}$/,
  br_cnpj: /^\d{2}\.?\d{3}\.?\d{3}\/?\d{4}-?\d{2}$/,
  ca_bn: /^\d{9}$/,
  ch_vat: /^CHE-?\d{3}\.?\d{3}\.?\d{3} ?(MWST|TVA|IVA)$/,
  es_cif: /^[A-Z]\d{7}[0-9A-Z]$/,
  eu_vat:
    /^(AT|BE|BG|CY|CZ|DE|DK|EE|EL|ES|FI|FR|HR|HU|IE|IT|LT|LU|LV|MT|NL|PL|PT|RO|SE|SI|SK|XI)[0-9A-Z]{8,12}$/,
  gb_vat: /^(GB)?(\d{9}|\d{12}|GD\d{3}|HA\d{3})$/,
  il_vat: /^\d{9}$/,
  in_gst: /^\d{2}[A-Z]{5}\d{4}[A-Z]\d[A-Z][0-9A-Z]$/,
  no_vat: /^\d{9}(MVA)?$/,
  nz_gst: /^\d{2,3}-?\d{3}-?\d{3}$/,
  us_ein: /^\d{2}-?\d{7}$/,
};

/** The numbers that behave so or so when they are verified. */
const verdicts: Record<string, "verified" | "unverified" | "pending"> = {
  "000000000": "verified",
  "111111111": "unverified",
  "222222222": "pending",
};

export const isTaxIdValue = (type: string, value: string): boolean =>
  value in verdicts || (shapes[type]?.test(value) ?? true);

/** What verification will find; null for types that nobody verifies. */
export function toVerdict({ type, value }: TaxId): "verified" | "unverified" | "pending" | null {
  if (!["au_abn", "eu_vat", "gb_vat"].includes(type)) return null;
  return verdicts[value] ?? "verified";
}

export function toCountry(type: string, value: string): string {
  const country = type === "eu_vat" && /^[A-Z]{2}/.test(value) ? value.slice(0, 2) : type.slice(0, 2);
  return country === "EL" ? "GR" : country.toUpperCase();
}
