import { ConsentFrame } from "./consent-frame.tsx";

/**
 * On to the assistant. A page and no redirect: browsers hold those of a form to the form's own policy, which names no
 * assistant; and one that is an app on the device leaves this page standing.
 */
export function WayBack({ to }: { to: string }) {
  const { host, protocol } = new URL(to);
  // In the address of an app on the device, what stands in a host's place names nobody.
  const place = protocol.startsWith("http") ? host : protocol;
  return (
    <ConsentFrame title="Back to your assistant">
      <meta httpEquiv="refresh" content={`0;url=${to}`} />
      <p role="status" className="text-sm/6 wrap-anywhere">
        You are on the way to <strong className="font-semibold">{place}</strong>. If nothing happens,{" "}
        <a href={to} className="font-medium text-accent underline underline-offset-2">
          go on yourself
        </a>
        . After that, this page can be closed.
      </p>
    </ConsentFrame>
  );
}
