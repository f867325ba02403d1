import { useState } from "react";
import { LinkButton } from "#components/button.tsx";
import { Dialog, DialogActions } from "#components/dialog.tsx";
import { Secret } from "#components/secret.tsx";

/** The only time that a key is seen. Where scripts run, it is left by saying that it is stored. */
export function RevealedKeyDialog({ made }: { made: { name: string; secret: string } }) {
  const [isStored, setStored] = useState(false);
  return (
    <Dialog title={`Your new key: ${made.name}`} closeTo="../keys">
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
        I have stored this key where I find it again.
      </label>
      <DialogActions>
        <LinkButton to="../keys" preventScrollReset className={isStored ? "" : "scripting:hidden"}>
          Done
        </LinkButton>
        <LinkButton to="../connect" variant="primary" className={isStored ? "" : "scripting:hidden"}>
          Connect an assistant
        </LinkButton>
      </DialogActions>
    </Dialog>
  );
}
