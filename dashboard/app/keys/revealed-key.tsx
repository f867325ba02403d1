import { type ReactNode, useState } from "react";
import { Secret } from "#components/secret.tsx";

/** The only time that a key is seen. Where scripts run, `children`, the ways on, come once it is said to be stored. */
export function RevealedKey({ made, children }: { made: { secret: string }; children: ReactNode }) {
  const [isStored, setStored] = useState(false);
  return (
    <>
      <p className="mb-4 text-sm/6 text-muted">
        Copy it now. It is not stored anywhere here, so it cannot be shown again; a lost key is replaced by a
        new one.
      </p>
      <Secret what="API key" value={made.secret} />
      <label className="mt-4 flex items-start gap-3 text-sm/5.5 noscript:hidden">
        <input
          type="checkbox"
          checked={isStored}
          onChange={(event) => setStored(event.target.checked)}
          className="mt-0.5 size-4.5 shrink-0 accent-button"
        />
        I have stored this key in a safe place.
      </label>
      <div className={isStored ? "" : "scripting:invisible"}>{children}</div>
    </>
  );
}
