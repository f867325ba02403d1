import { toPdfText } from "./win-ansi.ts";

/** A4, in points. */
export const pageSize = { width: 595, height: 842 };

interface Document {
  title: string;
  /** The drawing operators of each page. */
  pages: string[];
}

/** A PDF 1.4 file in Helvetica. It is plain ASCII, so that a character is a byte. */
export function toPdf({ title, pages }: Document): string {
  const firstPage = 6;
  const pageIds = pages.map((_, index) => firstPage + index * 2);
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Kids [${pageIds.map((id) => `${id} 0 R`).join(" ")}] /Count ${pages.length} >>`,
    toFont("Helvetica"),
    toFont("Helvetica-Bold"),
    `<< /Title (${toPdfText(title)}) /Producer (Latchkey sandbox) >>`,
    ...pages.flatMap((operators, index) => [
      toPage((pageIds[index] ?? 0) + 1),
      `<< /Length ${operators.length} >>\nstream\n${operators}\nendstream`,
    ]),
  ];
  return toFile(objects);
}

const toFont = (name: string) =>
  `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`;

const toPage = (content: number) =>
  `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${pageSize.width} ${pageSize.height}] /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> /Contents ${content} 0 R >>`;

/** With the table that says at which byte each object begins. */
function toFile(objects: string[]): string {
  let file = "%PDF-1.4\n";
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const entries = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`);
  const size = objects.length + 1;
  return `${file}xref\n0 ${size}\n0000000000 65535 f \n${entries.join("")}trailer\n<< /Size ${size} /Root 1 0 R /Info 5 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
}
