import { createFormat } from "#format.ts";

const tags = [
  ..."en-US en-GB en-IE en-AU en-CA en-IN de-DE de-AT de-CH fr-FR fr-CH es-ES es-MX it-IT pt-PT pt-BR nl-NL".split(
    " ",
  ),
  ..."da-DK sv-SE nb-NO fi-FI pl-PL cs-CZ el-GR hr-HR tr-TR ja-JP".split(" "),
];

/** The languages to choose from, each with an amount and a day as it writes them. The API takes others too. */
export function listLocales() {
  const names = new Intl.DisplayNames("en", { type: "language" });
  return tags.map((tag) => {
    const { date, money } = createFormat({ locale: tag, timeZone: "UTC" });
    return { tag, name: names.of(tag) ?? tag, example: `${money(123_450)}, ${date(Date.UTC(2027, 2, 10))}` };
  });
}
