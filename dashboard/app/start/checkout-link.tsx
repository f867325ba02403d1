import { useEffect } from "react";
import { AnchorButton } from "#components/button.tsx";

/** On to the payment page by itself where scripts run. A form may not lead out of the dashboard: the security policy forbids it. */
export function CheckoutLink({ url }: { url: string }) {
  useEffect(() => location.assign(url), [url]);
  return (
    <AnchorButton href={url} variant="primary">
      Go to the payment page
    </AnchorButton>
  );
}
