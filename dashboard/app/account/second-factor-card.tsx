import { Badge } from "#components/badge.tsx";
import { LinkButton } from "#components/button.tsx";
import { Card } from "#components/card.tsx";
import { useAccount } from "./account.ts";

export function SecondFactorCard() {
  const { hasTwoFactor } = useAccount().user;
  return (
    <Card
      title="Second factor"
      description="A code from an authenticator app, asked for besides every other way to sign in."
      actions={hasTwoFactor ? <Badge tone="positive">On</Badge> : <Badge>Off</Badge>}
    >
      <div className="flex flex-wrap gap-2">
        {hasTwoFactor ? (
          <>
            <LinkButton to="?dialog=backup-codes" preventScrollReset>
              Make new backup codes
            </LinkButton>
            <LinkButton to="?dialog=turn-off" preventScrollReset>
              Turn off
            </LinkButton>
          </>
        ) : (
          <LinkButton to="?dialog=turn-on" preventScrollReset variant="primary">
            Turn on
          </LinkButton>
        )}
      </div>
    </Card>
  );
}
