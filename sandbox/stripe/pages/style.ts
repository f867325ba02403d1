import { raw } from "hono/html";

/** Without user input, so that it can stand in the page as it is. */
export const style = raw(`
  :root {
    color-scheme: light dark;
    --page: #f6f7f9; --card: #fff; --text: #1b2230; --soft: #5b6475; --line: #d9dee7; --field: #fff;
    --accent: #4b3fd6; --on-accent: #fff; --bad: #b3261e; --bad-back: #fdecea; --good: #17663a; --good-back: #e6f5ec;
    --note-back: #eef0fb;
  }
  @media (prefers-color-scheme: dark) {
    :root {
      --page: #12151c; --card: #1b2029; --text: #e8ebf2; --soft: #a3acbd; --line: #39414f; --field: #12151c;
      --accent: #a9a2ff; --on-accent: #17123f; --bad: #ffb4ab; --bad-back: #442523; --good: #8fdcae; --good-back: #173626;
      --note-back: #262b44;
    }
  }
  * { box-sizing: border-box; }
  body { margin: 0; background: var(--page); color: var(--text); font: 16px/1.5 system-ui, sans-serif; }
  main { max-width: 44rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
  main.wide { max-width: 68rem; }
  .columns { display: grid; gap: 1.5rem; align-items: start; }
  @media (min-width: 52rem) { .columns { grid-template-columns: 1fr 1fr; gap: 3rem; padding-top: 1.5rem; } }
  .banner { background: var(--note-back); color: var(--soft); padding: .4rem 1rem; font-size: .85rem; text-align: center; }
  h1 { font-size: 1.5rem; line-height: 1.25; margin: 1rem 0; overflow-wrap: anywhere; }
  .card h1:first-child, form h1:first-child { margin-top: 0; }
  h2 { font-size: 1.1rem; margin: 0 0 .75rem; }
  h3 { font-size: 1rem; margin: 0; overflow-wrap: anywhere; }
  p { margin: 0 0 .75rem; overflow-wrap: anywhere; }
  a { color: var(--accent); }
  .soft { color: var(--soft); font-size: .9rem; }
  .amount { font-size: 2rem; font-weight: 650; line-height: 1.2; margin: 0 0 .25rem; }
  .card { background: var(--card); border: 1px solid var(--line); border-radius: .75rem; padding: 1.25rem; margin: 0 0 1.25rem; }
  article + article { border-top: 1px solid var(--line); margin-top: 1.25rem; padding-top: 1.25rem; }
  .actions { display: flex; flex-wrap: wrap; gap: .75rem; align-items: center; }
  .pairs { display: grid; grid-template-columns: minmax(6rem, auto) 1fr; gap: .25rem .75rem; margin: 0 0 1rem; }
  .pairs dt { color: var(--soft); }
  .pairs dd { margin: 0; overflow-wrap: anywhere; }
  table { border-collapse: collapse; width: 100%; margin: 0 0 .75rem; }
  th, td { text-align: left; vertical-align: top; padding: .6rem .75rem .6rem 0; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
  th { color: var(--soft); font-weight: 500; font-size: .9rem; }
  td:last-child, th:last-child { padding-right: 0; }
  .number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
  tfoot td, tfoot th { border: 0; padding-top: .35rem; padding-bottom: .35rem; }
  tfoot tr:last-child > * { font-weight: 650; color: var(--text); font-size: 1rem; }
  fieldset { border: 1px solid var(--line); border-radius: .5rem; padding: .75rem 1rem 1rem; margin: 0 0 1rem; min-width: 0; }
  legend { font-weight: 600; padding: 0 .35rem; }
  label { display: block; font-weight: 550; margin: 0 0 .25rem; }
  .field { margin: 0 0 .9rem; min-width: 0; }
  .row { display: grid; grid-template-columns: 1fr 1fr; gap: 0 1rem; }
  input, select, textarea {
    width: 100%; font: inherit; color: inherit; background: var(--field); border: 1px solid var(--line);
    border-radius: .5rem; padding: .55rem .7rem; min-height: 2.75rem;
  }
  input[aria-invalid] { border-color: var(--bad); }
  .choice { display: flex; gap: .6rem; align-items: start; font-weight: 400; padding: .5rem 0; overflow-wrap: anywhere; }
  .choice input { width: 1.15rem; min-height: 1.15rem; height: 1.15rem; margin: .2rem 0 0; flex: none; accent-color: var(--accent); }
  button, .button {
    font: inherit; font-weight: 600; border: 1px solid transparent; border-radius: .5rem; padding: .6rem 1.1rem; min-height: 2.75rem;
    background: var(--accent); color: var(--on-accent); cursor: pointer; text-decoration: none; display: inline-block; text-align: center;
  }
  button.block { width: 100%; }
  button.plain, .button.plain { background: transparent; color: var(--text); border-color: var(--line); }
  button.danger { background: var(--bad); color: var(--card); }
  :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
  .error { color: var(--bad); font-size: .9rem; margin: .25rem 0 0; }
  .alert, .notice { border-radius: .5rem; padding: .75rem 1rem; margin: 0 0 1rem; }
  .alert { background: var(--bad-back); color: var(--bad); }
  .notice { background: var(--good-back); color: var(--good); }
  .tag { display: inline-block; border-radius: 1rem; padding: .05rem .6rem; font-size: .85rem; background: var(--note-back); color: var(--text); white-space: nowrap; }
  .tag.good { background: var(--good-back); color: var(--good); }
  .tag.bad { background: var(--bad-back); color: var(--bad); }
  details { margin: 0 0 1rem; }
  summary { cursor: pointer; color: var(--soft); }
  code { font-size: .9em; overflow-wrap: anywhere; }
  form:has([name="method"][value="card"]:checked) .bank, form:has([name="method"]:checked):not(:has([name="method"][value="card"]:checked)) .own-card { display: none; }
  form:has([name="with"]:checked:not([value="new"])) .new { display: none; }
`);
