import type { Connector } from "./connection.ts";

/** Where the credential is to be found. */
export function CredentialSteps({ connector: { docsUrl, steps, title } }: { connector: Connector }) {
  return (
    <div className="mb-5 rounded-lg bg-sunken px-4 py-3 text-sm/6">
      <ol className="list-decimal space-y-1 pl-4 text-muted">
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {docsUrl && (
        <p className="mt-2">
          <a
            href={docsUrl}
            target="_blank"
            rel="noreferrer"
            className="font-medium text-accent underline underline-offset-2"
          >
            How {title} describes it
          </a>
        </p>
      )}
    </div>
  );
}
