import { getText, toId, unparsed } from "#forms.server.ts";
import type { Client } from "./client.ts";

/** What the form for a new client says, as the API takes it. */
export function toNewClient(form: FormData) {
  return {
    name: getText(form, "name"),
    client: unparsed<Client["client"]>(form.get("client")),
    key: toId(form.get("key"), "key"),
  };
}

/** No key chosen: it stays. */
export function toClientChange(form: FormData) {
  const name = getText(form, "name");
  return getText(form, "key") === "" ? { name } : { name, key: toId(form.get("key"), "key") };
}
