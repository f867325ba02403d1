import { z } from "zod";
import privacy from "#docs/legal/privacy.md";
import terms from "#docs/legal/terms.md";
import type { Config } from "#env.ts";
import { parseMarkdown } from "#lib/markdown/parse-markdown.ts";

export const LegalPage = z.enum(["privacy", "terms"]);
export type LegalPage = z.infer<typeof LegalPage>;

const texts: Record<LegalPage, string> = { privacy, terms };

/** Begins the paragraph that an operator takes out once the text is theirs. */
const TEMPLATE = /^> \*\*Template\.\*\*/m;

/** The operator's own text, with who they are filled in. */
export function getLegalText(page: LegalPage, operator: Config["operator"]) {
  return fillIn(texts[page], operator);
}

/** What is not configured stays visible as a gap. */
export function fillIn(text: string, operator: Config["operator"]) {
  const filled = text.replace(
    /\{(name|address|contact)\}/g,
    (_, field: keyof typeof operator) => operator[field] ?? `[operator's ${field}]`,
  );
  const isFinished = !TEMPLATE.test(text) && !filled.includes("[operator's ");
  return { isFinished, blocks: parseMarkdown(filled) };
}
