import { ConsentFrame } from "./consent-frame.tsx";

/** What asks is not to be trusted, so there is no way back to it from here. */
export function ConsentRefused({ why }: { why: string }) {
  return (
    <ConsentFrame title="The app could not be connected">
      <div className="grid gap-3 text-sm/6 wrap-anywhere">
        <p role="alert">{why}</p>
        <p className="text-muted">Nothing was given away. Close this page, and start again in the app.</p>
      </div>
    </ConsentFrame>
  );
}
