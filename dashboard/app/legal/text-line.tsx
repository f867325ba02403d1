import { textLink } from "#auth/auth-page.tsx";
import type { Inline } from "./legal-text.ts";

/** The pieces of one line. */
export function TextLine({ pieces }: { pieces: Inline[] }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: the pieces stand still
  return pieces.map((piece, index) => <Piece key={index} piece={piece} />);
}

function Piece({ piece }: { piece: Inline }) {
  switch (piece.kind) {
    case "link":
      return isOpenable(piece.url) ? (
        <a href={piece.url} className={textLink}>
          {piece.text}
        </a>
      ) : (
        piece.text
      );
    case "code":
      return <code className="font-mono text-[0.9em]">{piece.text}</code>;
    case "strong":
      return <strong className="font-semibold">{piece.text}</strong>;
    case "emphasis":
      return <em>{piece.text}</em>;
    case "text":
      return piece.text;
  }
}

/** Whatever else a link may be, such as a script, stays text. */
const isOpenable = (url: string): boolean => /^(https?:|mailto:|\/(?!\/)|#)/.test(url);
