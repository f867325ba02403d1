/** Reads a PDF as a reader must: from its end, through its table, to each object. For tests. Throws at what is unsound. */
export function readPdf(file: string): { pages: number; text: string } {
  if (!file.startsWith("%PDF-1.4\n") || !file.endsWith("%%EOF\n")) throw new Error("Not a whole PDF");
  const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(file)?.[1]);
  const table = /^xref\n0 (\d+)\n((?:\d{10} \d{5} [nf] \n)+)trailer\n(.*)\n/.exec(file.slice(start));
  if (!table) throw new Error("No table where it should be");
  const [, size, entries = "", trailer = ""] = table;
  const offsets = entries
    .split("\n")
    .slice(1, -1)
    .map((entry) => Number(entry.slice(0, 10)));
  if (offsets.length + 1 !== Number(size)) throw new Error("The table has another size than it says");
  const objects = offsets.map((offset, index) => toObject(file, offset, index + 1));
  if (!trailer.includes("/Root 1 0 R") || !objects[0]?.includes("/Type /Catalog")) throw new Error("No root");
  for (const reference of objects.join().matchAll(/(\d+) 0 R/g))
    if (!objects[Number(reference[1]) - 1]) throw new Error(`Nothing at ${reference[0]}`);
  return {
    pages: Number(/\/Count (\d+)/.exec(objects[1] ?? "")?.[1]),
    text: objects.map(toText).join("\n"),
  };
}

function toObject(file: string, offset: number, id: number): string {
  const object = file.slice(offset, file.indexOf("\nendobj\n", offset));
  if (!object.startsWith(`${id} 0 obj\n`)) throw new Error(`Object ${id} is not at ${offset}`);
  return object;
}

/** The drawing of a page, whose length must be as it is told. */
function toText(object: string): string {
  const [, length, content = ""] = /\/Length (\d+) >>\nstream\n([\s\S]*)\nendstream$/.exec(object) ?? [];
  if (length && Number(length) !== content.length) throw new Error("A stream of another length");
  return content;
}
