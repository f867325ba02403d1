import { PublicFrame } from "#components/public-frame.tsx";
import { PublicLinks } from "#components/public-links.tsx";
import type { LegalText } from "./legal-text.ts";
import { TextBlock } from "./text-block.tsx";

export function LegalPage({ text: { blocks } }: { text: LegalText }) {
  return (
    <PublicFrame actions={<PublicLinks />}>
      <article className="mx-auto max-w-2xl">
        {blocks.map((block, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a text that stands still
          <TextBlock key={index} block={block} />
        ))}
      </article>
    </PublicFrame>
  );
}
