import { AnchorButton } from "#components/button.tsx";
import { useKeepReturn } from "./return-path.ts";

const names = { google: "Google", github: "GitHub" };

/** The providers that are on. They are links, since nothing is sent along. */
export function ProviderButtons({ providers }: { providers: (keyof typeof names)[] }) {
  const keepReturn = useKeepReturn();
  if (providers.length === 0) return null;
  return (
    <>
      <div className="grid gap-3">
        {providers.map((id) => (
          <AnchorButton key={id} href={keepReturn(`/sign-in/${id}`)}>
            Continue with {names[id]}
          </AnchorButton>
        ))}
      </div>
      <div className="my-5 flex items-center gap-3 text-xs text-muted">
        <span className="h-px grow bg-line" />
        or
        <span className="h-px grow bg-line" />
      </div>
    </>
  );
}
