import { commonWords } from "./common-words.ts";

const PRODUCT = "latchkey";
/** Shorter ones are part of too many words. */
const MIN_LOCAL_PART = 4;
const MAX_UNIT = 5;
/** So little beside common words and runs makes no password. */
const MAX_REST = 4;

const rows = [
  "abcdefghijklmnopqrstuvwxyz",
  "01234567890",
  "qwertyuiop",
  "asdfghjkl",
  "zxcvbnm",
  "qwertzuiop",
  "azertyuiop",
  "1q2w3e4r5t6y7u8i9o0p",
  "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
];
const runs = rows.flatMap((row) => [row, [...row].reverse().join("")]);

const leet: Record<string, string> = {
  "0": "o",
  "1": "l",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
  "!": "i",
};

/** Why somebody would guess this password soon; null if it is not so. */
export function findWeakness(password: string, email: string): string | null {
  const text = password.toLowerCase();
  const [local = ""] = email.toLowerCase().split("@");
  if (local.length >= MIN_LOCAL_PART && text.includes(local))
    return "contains the name of your e-mail address";
  if (text.includes(PRODUCT)) return `contains the name "${PRODUCT}"`;
  if (isRepetition(text)) return "repeats a few characters";
  if (removeCommon(text).length <= MAX_REST)
    return "is made of common words and sequences, and easy to guess";
  return null;
}

function isRepetition(text: string): boolean {
  const units = Array.from({ length: MAX_UNIT }, (_, index) => text.slice(0, index + 1));
  return units.some((unit) => unit.repeat(text.length).slice(0, text.length) === text);
}

/** What is left of a password without years, runs on the keyboard and common words, however their letters are written. */
function removeCommon(text: string): string {
  const plain = [...removeRuns(text.replaceAll(/(19|20)\d\d/g, ""))]
    .map((letter) => leet[letter] ?? letter)
    .join("");
  return commonWords.reduce((rest, word) => rest.replaceAll(word, ""), plain).replaceAll(/[\s._-]/g, "");
}

const MIN_RUN = 3;

function removeRuns(text: string): string {
  let rest = "";
  for (let start = 0; start < text.length; ) {
    let length = 0;
    while (start + length < text.length && isRun(text.slice(start, start + length + 1))) length += 1;
    if (length < MIN_RUN) rest += text[start];
    start += length < MIN_RUN ? 1 : length;
  }
  return rest;
}

const isRun = (text: string) => runs.some((run) => run.includes(text));
