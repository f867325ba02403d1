/** A kind of record that clients can read by address, `<scheme>://<id>`. Reading and listing run tools. */
export interface ConnectorResource {
  scheme: string;
  title: string;
  description: string;
  read: { tool: string; toArguments(id: string): Record<string, unknown> };
  list: {
    tool: string;
    arguments: Record<string, unknown>;
    /** What finds those whose name holds what a person has typed, where the tool can look for it. */
    toSearch?(typed: string): Record<string, unknown>;
    toItems(answer: Record<string, unknown>): { id: number; name: string }[];
  };
}
