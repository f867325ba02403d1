import { ChevronRight } from "lucide-react";
import { Badge } from "#components/badge.tsx";
import { useFormat } from "#format.ts";
import type { Step } from "./diagnosis.ts";

/** One request and its answer; open from the start where it is the one that failed. */
export function TranscriptStep({ step }: { step: Step }) {
  const { durationMs, name, ok, problem, request, response, status } = step;
  const format = useFormat();
  const headers = Object.entries(request.headers).map(([header, value]) => `${header}: ${value}`);
  return (
    <details open={!ok} className="group rounded-lg border border-line">
      <summary className="flex cursor-pointer list-none flex-wrap items-center gap-x-3 gap-y-1 rounded-lg px-3 py-2.5 text-sm hover:bg-sunken sm:px-4 [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden="true"
          className="size-4 shrink-0 text-muted transition-transform group-open:rotate-90"
        />
        <span className="min-w-0 grow font-mono font-medium wrap-anywhere">{name}</span>
        <Badge tone={ok ? "positive" : "negative"}>{ok ? "Worked" : "Failed"}</Badge>
        <span className="text-muted tabular-nums">
          HTTP {status} · {format.number(durationMs)} ms
        </span>
      </summary>
      <div className="grid gap-4 border-t border-line px-3 py-4 sm:px-4">
        {problem && <p className="text-sm/6 font-medium text-negative">{problem}</p>}
        <Part title="Request" text={[`${request.method} ${request.url}`, ...headers].join("\n")} />
        <Part title="Request body" text={toReadable(request.body)} />
        <Part title="Response" text={toReadable(response)} />
      </div>
    </details>
  );
}

function Part({ title, text }: { title: string; text: string }) {
  return (
    <div className="min-w-0">
      <h3 className="mb-1.5 text-xs font-medium text-muted">{title}</h3>
      <pre className="rounded-lg bg-sunken px-3 py-2.5 font-mono text-xs/5 wrap-anywhere whitespace-pre-wrap">
        {text}
      </pre>
    </div>
  );
}

/** Indented where it is whole JSON; what was cut or is something else stays as it is. */
function toReadable(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
