/** What Windows' western encoding has where Latin-1 has control characters. */
const extras = new Map(
  [..."€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ"].flatMap((character, index) =>
    character === "\0" ? [] : [[character, 0x80 + index] as const],
  ),
);

/** The codes of `text` in that encoding. A letter that it lacks loses its accent, or becomes a question mark. */
export function toWinAnsi(text: string): number[] {
  return [...text.normalize("NFC")].map(
    (character) => toCode(character) ?? toCode(character.normalize("NFKD").charAt(0)) ?? 0x3f,
  );
}

function toCode(character: string): number | undefined {
  const code = character.codePointAt(0) ?? 0;
  const isLatin = (code >= 0x20 && code < 0x7f) || (code >= 0xa0 && code <= 0xff);
  return isLatin ? code : extras.get(character);
}

/** Between parentheses in a PDF, which stays plain ASCII. */
export const toPdfText = (text: string): string =>
  toWinAnsi(text)
    .map((code) => {
      const character = String.fromCharCode(code);
      if ("()\\".includes(character)) return `\\${character}`;
      return code < 0x7f ? character : `\\${code.toString(8).padStart(3, "0")}`;
    })
    .join("");
