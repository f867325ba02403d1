import { Link } from "@remix-run/react";
import { KeyRound } from "lucide-react";
import { useOrganization } from "#organization.ts";
import { Reminder } from "./reminder.tsx";

/** That the key comes from whoever kept it: it cannot be put into the text here. */
export function KeyReminder() {
  const { may } = useOrganization();
  return (
    <Reminder icon={<KeyRound aria-hidden="true" className="size-4 text-key" />}>
      You need an API key. A key is shown once, when it is made, and is stored nowhere here, so it is not in
      the text below. Is yours lost?{" "}
      {may("key:write") ? (
        <Link
          to="../keys?dialog=new"
          className="rounded font-medium text-accent underline underline-offset-2"
        >
          Generate a new key
        </Link>
      ) : (
        "Ask an owner or admin for a new one."
      )}
    </Reminder>
  );
}
