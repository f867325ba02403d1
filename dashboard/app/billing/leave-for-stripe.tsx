import { useEffect } from "react";
import { AnchorButton } from "#components/button.tsx";
import { Dialog, DialogActions } from "#components/dialog.tsx";

/** On the way to Stripe: at once where scripts run, by a link elsewhere. */
export function LeaveForStripe({ url }: { url: string }) {
  useEffect(() => location.assign(url), [url]);
  return (
    <Dialog title="On to Stripe" closeTo="?">
      <p className="text-sm/6 text-muted">
        Cards are kept and charged by Stripe. You come back here afterwards.
      </p>
      <DialogActions>
        <AnchorButton href={url} variant="primary">
          Continue to Stripe
        </AnchorButton>
      </DialogActions>
    </Dialog>
  );
}
