import { Fragment } from "react";
import type { Assistant } from "#assistants.ts";
import { Snippet } from "./snippet.tsx";

/** Radio buttons that show their panel by CSS alone, so that choosing works before any script. */
export function AssistantChoice({ assistants }: { assistants: Assistant[] }) {
  return (
    <fieldset className="mt-6 grid grid-cols-3 rounded-xl">
      <legend className="sr-only">Assistant</legend>
      {assistants.map((assistant, index) => (
        <Fragment key={assistant.id}>
          <input
            type="radio"
            name="assistant"
            id={assistant.id}
            defaultChecked={index === 0}
            className="peer sr-only"
          />
          <label
            htmlFor={assistant.id}
            className="flex min-h-11 cursor-pointer items-center justify-center border-b-2 border-line px-1 py-2 text-center text-sm font-medium text-muted hover:text-ink [:checked+&]:border-accent [:checked+&]:text-accent [:focus-visible+&]:rounded-lg [:focus-visible+&]:outline-2 [:focus-visible+&]:outline-accent"
          >
            {assistant.name}
          </label>
          <div className="order-last col-span-3 hidden min-w-0 pt-6 [:checked+label+&]:block">
            <Snippet assistant={assistant} />
          </div>
        </Fragment>
      ))}
    </fieldset>
  );
}
