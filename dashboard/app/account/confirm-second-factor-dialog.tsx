import type { ReactNode } from "react";
import { CodeBlock } from "#components/code-block.tsx";
import { Dialog, DialogActions } from "#components/dialog.tsx";
import { TextField } from "#components/field.tsx";
import { ActionForm, SubmitButton } from "#components/form.tsx";
import { useUntilLeft } from "#components/use-until-left.ts";
import { BackupCodes } from "./backup-codes.tsx";
import type { Enabled } from "./enabled.ts";
import type { QrCode } from "./to-qr-code.server.ts";

/** Without `enabled`, where no script kept it, whoever has the app set up can still give another code. */
export function ConfirmSecondFactorDialog({ enabled }: { enabled: (Enabled & { qrCode: QrCode }) | null }) {
  return (
    <Dialog title="Set up your authenticator app" closeTo="/account/security">
      <ActionForm intent="confirm" fieldByCode={{ invalid_credentials: "code" }} className="grid gap-6">
        {enabled && (
          <>
            <Step title="1. Add Latchkey to the app">
              <AppSecret uri={enabled.totpURI} qrCode={enabled.qrCode} />
            </Step>
            <Step title="2. Keep these codes for when you do not have the app">
              <BackupCodes codes={enabled.backupCodes} />
            </Step>
          </>
        )}
        <TextField
          name="code"
          label={enabled ? "3. Enter the code that the app shows" : "The code that the app shows"}
          required
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={10}
        />
        <DialogActions>
          <SubmitButton busy="Checking…">Turn on</SubmitButton>
        </DialogActions>
      </ActionForm>
    </Dialog>
  );
}

function Step({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="grid gap-3">
      <h3 className="text-sm font-medium">{title}</h3>
      {children}
    </section>
  );
}

function AppSecret({ uri, qrCode: { path, size } }: { uri: string; qrCode: QrCode }) {
  const shown = useUntilLeft(uri);
  const secret = URL.parse(shown)?.searchParams.get("secret") ?? "";
  return (
    <>
      <svg
        role="img"
        aria-label="QR code for the authenticator app"
        viewBox={`0 0 ${size} ${size}`}
        shapeRendering="crispEdges"
        className="size-44 justify-self-center rounded-lg bg-paper fill-print"
      >
        {shown && <path d={path} />}
      </svg>
      <p className="text-sm/6 text-muted">
        Scan it with the app, type this setup key into the app, or{" "}
        <a href={shown} className="font-medium text-accent underline underline-offset-2">
          open the app on this device
        </a>
        .
      </p>
      <CodeBlock id="setup-key" what="setup key" where="Setup key" text={secret} />
    </>
  );
}
