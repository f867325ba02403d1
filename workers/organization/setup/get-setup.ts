import type { Rooms } from "../rooms.ts";

/** How far an organization is on its way to the first tool call. */
export interface Setup {
  hasConnection: boolean;
  /** Also where calls come without one, from assistants that people sign in to. */
  hasKey: boolean;
  /** Ever, whatever came of it. */
  hasCalled: boolean;
}

export function getSetup(sql: SqlStorage, { connections, keys }: Rooms): Setup {
  const hasCalled = sql.exec("select 1 from usage limit 1").toArray().length > 0;
  return {
    hasConnection: connections.list().length > 0,
    hasKey: hasCalled || keys.listActive().length > 0,
    hasCalled,
  };
}
