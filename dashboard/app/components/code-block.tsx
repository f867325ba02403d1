import { CopyButton } from "./copy-button.tsx";

/** Text to be copied as it is. `where` says where it goes; `highlight` is what the reader has to replace. */
export function CodeBlock({
  id,
  what,
  where,
  text,
  highlight,
}: {
  id: string;
  what: string;
  where: string;
  text: string;
  highlight?: string;
}) {
  return (
    <figure className="min-w-0 overflow-hidden rounded-xl border border-line bg-sunken">
      <figcaption className="flex items-center justify-between gap-3 border-b border-line py-2 pr-2 pl-3 sm:pl-4">
        <span className="min-w-0 font-mono text-xs wrap-anywhere text-muted">{where}</span>
        <CopyButton targetId={id} what={what} />
      </figcaption>
      <pre className="px-3 py-3 font-mono text-xs/6 wrap-anywhere whitespace-pre-wrap sm:px-4 sm:text-sm/6">
        <code id={id}>{highlight ? mark(text, highlight) : text}</code>
      </pre>
    </figure>
  );
}

function mark(text: string, highlight: string) {
  const [before, ...after] = text.split(highlight);
  if (after.length === 0) return text;
  return (
    <>
      {before}
      <mark className="bg-transparent font-semibold text-key">{highlight}</mark>
      {after.join(highlight)}
    </>
  );
}
