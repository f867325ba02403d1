import { Form, Link } from "@remix-run/react";
import { ChevronsUpDown, LogOut, UserRound, Wrench } from "lucide-react";
import { Avatar } from "./avatar.tsx";
import { Menu, menuEntry } from "./menu.tsx";

interface User {
  name: string;
  email: string;
  image: string | null;
  isOperator: boolean;
}

export function PersonMenu({ user }: { user: User }) {
  return (
    <Menu
      side="up"
      button={
        <span className="flex items-center gap-2.5 px-2.5 py-2">
          <Avatar name={user.name} image={user.image} />
          <span className="min-w-0 grow">
            <span className="block truncate text-sm font-medium">{user.name}</span>
            <span className="block truncate text-xs text-muted">{user.email}</span>
          </span>
          <span className="sr-only">Your account</span>
          <ChevronsUpDown aria-hidden="true" className="size-4 shrink-0 text-muted" />
        </span>
      }
    >
      <Link to="/account" className={menuEntry}>
        <UserRound aria-hidden="true" className="size-4" />
        Your account
      </Link>
      {user.isOperator && (
        <Link to="/operator" className={menuEntry}>
          <Wrench aria-hidden="true" className="size-4" />
          Operator console
        </Link>
      )}
      <Form method="post" action="/sign-out">
        <button type="submit" className={menuEntry}>
          <LogOut aria-hidden="true" className="size-4" />
          Sign out
        </button>
      </Form>
    </Menu>
  );
}
