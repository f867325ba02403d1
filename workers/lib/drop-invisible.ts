/** Control and format characters: they can hide text from people that a model still reads, or turn it round. */
const INVISIBLE = /[[\p{Cc}\p{Cf}]--[\t\n]]/gv;

export const dropInvisible = (text: string): string => text.replace(INVISIBLE, "");
