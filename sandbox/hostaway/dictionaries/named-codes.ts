const countryCodes =
  "AD AE AF AG AI AL AM AO AR AT AU AW AZ BA BB BD BE BF BG BH BI BJ BM BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO CR CU CV CW CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FO FR GA GB GD GE GG GH GI GL GM GN GP GQ GR GT GU GW GY HK HN HR HT HU ID IE IL IM IN IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MO MQ MR MS MT MU MV MW MX MY MZ NA NC NE NG NI NL NO NP NR NZ OM PA PE PF PG PH PK PL PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TG TH TJ TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VG VI VN VU WS YE ZA ZM ZW";
const currencyCodes =
  "AED ARS AUD BGN BRL CAD CHF CLP CNY COP CZK DKK EGP EUR GBP GEL HKD HUF IDR ILS INR ISK JPY KRW MAD MXN MYR NOK NZD PEN PHP PLN QAR RON RSD SAR SEK SGD THB TRY TWD UAH USD UYU VND ZAR";
const languageCodes =
  "ar bg ca cs da de el en es et fi fr ga he hi hr hu id is it ja ko lt lv ms mt nl no pl pt ro ru sk sl sr sv th tr uk vi zh";
const zoneNames =
  "Africa/Cairo Africa/Casablanca Africa/Johannesburg Africa/Nairobi America/Argentina/Buenos_Aires America/Bogota America/Cancun America/Chicago America/Denver America/Halifax America/Lima America/Los_Angeles America/Mexico_City America/New_York America/Phoenix America/Santiago America/Sao_Paulo America/Toronto Asia/Bangkok Asia/Dubai Asia/Hong_Kong Asia/Jakarta Asia/Jerusalem Asia/Kolkata Asia/Seoul Asia/Shanghai Asia/Singapore Asia/Tokyo Atlantic/Reykjavik Australia/Melbourne Australia/Perth Australia/Sydney Europe/Amsterdam Europe/Athens Europe/Berlin Europe/Brussels Europe/Budapest Europe/Copenhagen Europe/Dublin Europe/Helsinki Europe/Istanbul Europe/Lisbon Europe/London Europe/Madrid Europe/Oslo Europe/Paris Europe/Prague Europe/Rome Europe/Stockholm Europe/Vienna Europe/Warsaw Europe/Zurich Pacific/Auckland Pacific/Honolulu UTC";

/** Code → English name, as Hostaway gives countries, currencies and languages. */
function named(codes: string, type: "region" | "currency" | "language"): Record<string, string> {
  const names = new Intl.DisplayNames("en", { type });
  return Object.fromEntries(codes.split(" ").map((code) => [code, names.of(code) ?? code]));
}

/** The distance from UTC at a moment, such as `GMT+02:00`. */
function offsetOf(timeZone: string, now: number): string {
  const format = new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "longOffset" });
  return format.formatToParts(now).find(({ type }) => type === "timeZoneName")?.value ?? "GMT";
}

export const countries = () => named(countryCodes, "region");
export const currencies = () => named(currencyCodes, "currency");
export const languages = () => named(languageCodes, "language");
export const timezones = (now: number) =>
  Object.fromEntries(zoneNames.split(" ").map((value) => [value, { value, diff: offsetOf(value, now) }]));
