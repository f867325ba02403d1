import type { getLegalText } from "./get-legal-text.server.ts";

/** A text of the operator's, as the API says it. */
export type LegalText = Awaited<ReturnType<typeof getLegalText>>;
export type Block = LegalText["blocks"][number];
export type Inline = Extract<Block, { kind: "paragraph" | "quote" }>["line"][number];
