import { element, getRoot, show } from "./element.ts";
import { Format } from "./format.ts";
import { type Arguments, type CallTool, connectHost, type ToolResult } from "./host.ts";
import { applyTheme } from "./theme.ts";

const toWords = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown));

interface View {
  name: string;
  title: string;
  /** Takes over an answer; throws, in words for people, when it is none. */
  take(result: ToolResult): void;
  /** What is to be seen now; null as long as there was no answer. */
  render(): (Node | string | false | null)[] | null;
}

/** One view in its host: what came from there, and what all views do alike. */
export class Session {
  format = new Format();
  /** Null where the host lets views call no tools. */
  callTool: CallTool | null = null;
  /** The arguments that the shown answer was asked with. */
  args: Arguments = {};

  #isLoading = false;
  #message = "";
  readonly #view: View;
  readonly #root = getRoot();

  constructor(view: View) {
    this.#view = view;
  }

  async start(): Promise<void> {
    this.refresh();
    this.callTool = await connectHost(this.#view.name, {
      onContext: (context) => {
        applyTheme(context);
        if (context.locale) this.format = new Format(context.locale);
        this.refresh();
      },
      onInput: (args) => {
        this.args = args;
      },
      onResult: (result) => {
        try {
          this.#view.take(result);
          this.#say("");
        } catch (thrown) {
          this.#say(toWords(thrown));
        }
      },
      onCancelled: () => this.#say("The call was cancelled."),
    });
    this.refresh();
  }

  /** Asks through the host, one thing at a time. Says what went wrong; what was shown before stays. */
  async ask(question: () => Promise<void>): Promise<void> {
    if (this.#isLoading) return;
    this.#isLoading = true;
    this.#say("");
    let message = "";
    try {
      await question();
    } catch (thrown) {
      message = toWords(thrown);
    }
    this.#isLoading = false;
    this.#say(message);
  }

  #say(message: string): void {
    this.#message = message;
    this.refresh();
  }

  refresh(): void {
    this.#root.setAttribute("aria-busy", `${this.#isLoading}`);
    const alarm = this.#message !== "" && element("p", { class: "alarm", role: "alert" }, this.#message);
    const shown = this.#view.render();
    if (shown !== null) {
      const [heading = false, ...rest] = shown;
      show(this.#root, heading, alarm, ...rest);
      return;
    }
    const waiting = element("p", { class: "quiet", role: "status" }, "Waiting for the answer…");
    show(this.#root, element("h1", {}, this.#view.title), alarm || waiting);
  }
}
