/** Who can make a refusal go away. `time`: nobody has to, it ends by itself. */
export type WhoCanFix = "you" | "owner" | "operator" | "upstream" | "time";

export interface ErrorEntry {
  status: number;
  whoCanFix: WhoCanFix;
  title: string;
  cause: string;
  fix: string;
}
