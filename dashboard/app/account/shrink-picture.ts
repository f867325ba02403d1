/** Several times the size of the largest place where it stands; some 20 KB, whatever the camera made. */
const SIDE = 256;

/** Puts a small square of the chosen picture in its place. What is no picture stays, for the API to refuse. */
export async function shrinkPicture(input: HTMLInputElement): Promise<void> {
  const file = input.files?.[0];
  if (file === undefined) return;
  const picture = await createImageBitmap(file).catch(() => null);
  const canvas = document.createElement("canvas");
  const drawing = canvas.getContext("2d");
  if (picture === null || drawing === null) return;
  canvas.width = SIDE;
  canvas.height = SIDE;
  // JPEG, as not every browser writes WebP; what was transparent would turn black.
  drawing.fillStyle = "white";
  drawing.fillRect(0, 0, SIDE, SIDE);
  const side = Math.min(picture.width, picture.height);
  const [left, top] = [(picture.width - side) / 2, (picture.height - side) / 2];
  drawing.drawImage(picture, left, top, side, side, 0, 0, SIDE, SIDE);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/jpeg"));
  if (blob === null || blob.size > file.size) return;
  const chosen = new DataTransfer();
  chosen.items.add(new File([blob], file.name, { type: blob.type }));
  input.files = chosen.files;
}
