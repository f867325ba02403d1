const SECRET_NAME =
  /(secret|password|passwd|token|api_?key|authorization|door_?code|wifi|card_?number|cvc|cvv)/i;
const CARD = /\b\d(?:[ -]?\d){12,18}\b/g;
const CARD_REDACTED = "[card number redacted]";
const CARD_CODE = /\b(cvc|cvv2?|security code)\D{0,4}\d{3,4}\b/gi;
const API_KEY = /\bapi_[0-9a-f]{8,64}\b/g;

/** A copy without nulls, payment card numbers, API keys and values of fields whose names say they are secret. */
export function redact(value: unknown): unknown {
  if (typeof value === "string") return redactText(value);
  if (typeof value === "number") return value > 1e12 && isCardNumber(String(value)) ? CARD_REDACTED : value;
  if (Array.isArray(value)) return value.map(redact);
  if (typeof value !== "object" || value === null) return value;
  const kept: Record<string, unknown> = {};
  for (const [name, item] of Object.entries(value)) {
    if (item !== null && item !== undefined)
      kept[name] = SECRET_NAME.test(name) ? "[redacted]" : redact(item);
  }
  return kept;
}

export function redactText(text: string): string {
  if (text.length < 8) return text;
  return text
    .replace(CARD, (match) => (isCardNumber(match) ? CARD_REDACTED : match))
    .replace(CARD_CODE, "$1 [redacted]")
    .replace(API_KEY, "[key redacted]");
}

/** The Luhn check, so that phone numbers and booking references stay readable. */
function isCardNumber(text: string): boolean {
  const digits = [...text.replace(/\D/g, "")].reverse().map(Number);
  const sum = digits.reduce((total, digit, index) => {
    const doubled = index % 2 === 0 ? digit : digit * 2;
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}
