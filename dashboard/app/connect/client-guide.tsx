import { ArrowUpRight, Info } from "lucide-react";
import { AnchorButton } from "#components/button.tsx";
import { CodeBlock } from "#components/code-block.tsx";
import { type ClientSetup, isOpenable } from "./client-setup.ts";

/** What to do in the client, one thing after the other, and the text that goes into it. */
export function ClientGuide({
  title,
  setup: { file, link, note, steps, text },
  placeholder,
}: {
  title: string;
  setup: Omit<ClientSetup, "way">;
  placeholder: string;
}) {
  return (
    <>
      {link && isOpenable(link.url) && (
        <div className="mb-5 flex flex-wrap items-center gap-x-4 gap-y-2">
          <AnchorButton href={link.url} rel="noreferrer" variant="primary">
            {link.label}
            <ArrowUpRight aria-hidden="true" className="size-4" />
          </AnchorButton>
          <p className="min-w-0 text-sm/6 text-muted">The link has the address in it, and no key.</p>
        </div>
      )}
      <ol className="mb-5 grid gap-2.5 text-sm/6">
        {steps.map((step, index) => (
          <li key={step} className="flex gap-3">
            <span
              aria-hidden="true"
              className="grid size-6 shrink-0 place-items-center rounded-full bg-sunken text-xs font-semibold tabular-nums text-muted"
            >
              {index + 1}
            </span>
            <span className="min-w-0 wrap-anywhere">{step}</span>
          </li>
        ))}
      </ol>
      <CodeBlock id="setup" what={`text for ${title}`} where={file} text={text} highlight={placeholder} />
      {text.includes(placeholder) && (
        <p className="mt-2 text-sm/6 text-muted">
          Put your key where it says <code className="font-mono text-key">{placeholder}</code>.
        </p>
      )}
      {note && (
        <p className="mt-5 flex gap-2.5 rounded-lg bg-sunken px-4 py-3 text-sm/6">
          <Info aria-hidden="true" className="mt-1 size-4 shrink-0 text-muted" />
          <span className="min-w-0">
            <span className="sr-only">Good to know: </span>
            {note}
          </span>
        </p>
      )}
    </>
  );
}
