import { type Assistant, keyPlaceholder } from "#assistants.ts";
import { CopyButton } from "./copy-button.tsx";

export function Snippet({ assistant: { id, name, place, instruction, snippet } }: { assistant: Assistant }) {
  const codeId = `${id}-snippet`;
  return (
    <>
      <p className="text-muted">{instruction}</p>
      <figure className="mt-4 overflow-hidden rounded-xl border border-line bg-sunken">
        <figcaption className="flex items-center justify-between gap-3 border-b border-line py-2 pr-2 pl-3 sm:pl-4">
          <span className="min-w-0 font-mono text-xs sm:text-sm wrap-anywhere text-muted">{place}</span>
          <CopyButton targetId={codeId} what={`${name} setup`} />
        </figcaption>
        <pre className="px-3 py-4 font-mono text-xs/6 sm:px-4 sm:text-sm/6 wrap-anywhere whitespace-pre-wrap">
          <code id={codeId}>{highlightKey(snippet)}</code>
        </pre>
      </figure>
    </>
  );
}

function highlightKey(snippet: string) {
  const [before, after] = snippet.split(keyPlaceholder);
  return (
    <>
      {before}
      <span className="font-semibold text-key">{keyPlaceholder}</span>
      {after}
    </>
  );
}
