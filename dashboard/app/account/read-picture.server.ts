/** The chosen picture as the API takes it; null where none was chosen. What it may be is for the API to say. */
export async function readPicture(form: FormData): Promise<string | null> {
  const file = form.get("image");
  if (file === null || typeof file === "string" || file.size === 0) return null;
  const bytes = new Uint8Array(await file.arrayBuffer());
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return `data:${file.type};base64,${btoa(text)}`;
}
