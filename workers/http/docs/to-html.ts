import { html } from "hono/html";
import type { Block, Inline } from "#lib/markdown/blocks.ts";

type Html = ReturnType<typeof html>;
type Resolve = (url: string) => string | null;

/** Everything is escaped; what has no address here is shown without being a link. */
export function toHtml(blocks: readonly Block[], resolve: Resolve): Html[] {
  return blocks.map((block) => toElement(block, resolve));
}

function toElement(block: Block, resolve: Resolve): Html {
  const line = (pieces: readonly Inline[]) => pieces.map((piece) => toPiece(piece, resolve));
  switch (block.kind) {
    case "heading":
      return toHeading(block.level, block.id, line(block.line));
    case "paragraph":
      return html`<p>${line(block.line)}</p>`;
    case "quote":
      return html`<blockquote>${line(block.line)}</blockquote>`;
    case "code":
      return html`<pre tabindex="0"><code>${block.text}</code></pre>`;
    case "list": {
      const items = block.items.map((item) => html`<li>${line(item)}</li>`);
      return block.isOrdered ? html`<ol>${items}</ol>` : html`<ul>${items}</ul>`;
    }
    case "table":
      return html`<div class="wide" tabindex="0"><table>
<thead><tr>${block.head.map((cell) => html`<th scope="col">${line(cell)}</th>`)}</tr></thead>
<tbody>${block.rows.map((row) => html`<tr>${row.map((cell) => html`<td>${line(cell)}</td>`)}</tr>`)}</tbody>
</table></div>`;
  }
}

function toHeading(level: number, id: string, words: Html[]): Html {
  if (level === 1) return html`<h1 id="${id}">${words}</h1>`;
  return level === 2 ? html`<h2 id="${id}">${words}</h2>` : html`<h3 id="${id}">${words}</h3>`;
}

function toPiece(piece: Inline, resolve: Resolve): Html {
  switch (piece.kind) {
    case "text":
      return html`${piece.text}`;
    case "code":
      return html`<code>${piece.text}</code>`;
    case "strong":
      return html`<strong>${piece.text}</strong>`;
    case "emphasis":
      return html`<em>${piece.text}</em>`;
    case "link": {
      const words = piece.isCode ? html`<code>${piece.text}</code>` : html`${piece.text}`;
      const url = resolve(piece.url);
      return url === null ? words : html`<a href="${url}">${words}</a>`;
    }
  }
}
