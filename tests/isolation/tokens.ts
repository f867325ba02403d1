export type Token =
  | { kind: "word" | "symbol" | "literal"; text: string }
  | { kind: "parameter"; index: number }
  | { kind: "group"; tokens: Token[] };

const PATTERN =
  /\s+|\/\*[\s\S]*?\*\/|--[^\n]*|(?<literal>'(?:[^']|'')*'|\d[\w.]*)|(?<parameter>\?\d*)|"(?<quoted>[^"]*)"|`(?<ticked>[^`]*)`|\[(?<bracketed>[^\]]*)\]|(?<word>[\p{L}_][\p{L}\w$]*)|(?<symbol>->>|[<>!=]=|<>|\|\||.)/guy;

/** SQL as nested lists, one for each pair of parentheses; names in lower case, without their quotes. */
export function toTokens(sql: string): Token[] {
  const open: Token[][] = [[]];
  const add = (token: Token) => open.at(-1)?.push(token);
  let parameters = 0;
  for (const { groups = {} } of sql.matchAll(PATTERN)) {
    const word = groups.quoted ?? groups.ticked ?? groups.bracketed ?? groups.word;
    if (word !== undefined) add({ kind: "word", text: word.toLowerCase() });
    else if (groups.literal !== undefined) add({ kind: "literal", text: groups.literal });
    else if (groups.parameter !== undefined) {
      const index = Number(groups.parameter.slice(1) || parameters + 1) - 1;
      parameters = Math.max(parameters, index + 1);
      add({ kind: "parameter", index });
    } else if (groups.symbol === "(") {
      const tokens: Token[] = [];
      add({ kind: "group", tokens });
      open.push(tokens);
    } else if (groups.symbol === ")") open.pop();
    else if (groups.symbol !== undefined) add({ kind: "symbol", text: groups.symbol });
  }
  return open[0] ?? [];
}

export const is = (token: Token | undefined, ...texts: string[]): boolean =>
  token !== undefined && "text" in token && token.kind !== "literal" && texts.includes(token.text);

/** The pieces between the separators. */
export function split(tokens: Token[], ...separators: string[]): Token[][] {
  const pieces: Token[][] = [[]];
  for (const token of tokens) {
    if (is(token, ...separators)) pieces.push([]);
    else pieces.at(-1)?.push(token);
  }
  return pieces;
}
