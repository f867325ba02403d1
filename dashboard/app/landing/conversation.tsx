import { Wrench } from "lucide-react";

const steps = [
  { tool: "search_available_properties", result: "3 listings" },
  { tool: "quote_price", result: "$812 for 4 nights" },
];

/** What it looks like to work with it, drawn as an assistant shows it. */
export function Conversation() {
  return (
    <figure className="min-w-0 rounded-2xl border border-line bg-surface p-4 shadow-card sm:p-6">
      <figcaption className="sr-only">An example: an assistant answers with Latchkey's tools.</figcaption>
      <p className="ml-auto w-fit max-w-sm rounded-2xl rounded-br-sm bg-button px-4 py-2.5 text-sm/6 text-on-button">
        A family of five wants four nights from Friday, by the sea. What have we got, and what does it cost?
      </p>
      <ul className="mt-5 grid gap-2">
        {steps.map(({ tool, result }) => (
          <li
            key={tool}
            className="flex flex-wrap items-center gap-x-2.5 gap-y-0.5 rounded-lg border border-line bg-sunken px-3 py-2 text-xs/5"
          >
            <Wrench aria-hidden="true" className="size-3.5 shrink-0 text-muted" />
            <code className="min-w-0 font-mono wrap-anywhere">{tool}</code>
            <span className="ml-auto text-muted">{result}</span>
          </li>
        ))}
      </ul>
      <p className="mt-5 w-fit max-w-md rounded-2xl rounded-bl-sm bg-accent-soft px-4 py-2.5 text-sm/6">
        Three are free. <strong className="font-semibold">Harbour View</strong> sleeps six, a minute from the
        beach: $812 with cleaning and taxes. Shall I hold it for them?
      </p>
    </figure>
  );
}
