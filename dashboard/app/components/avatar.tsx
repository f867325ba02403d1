/** A person's picture, or the first letters of their name. */
export function Avatar({
  name,
  image,
  size = "size-8",
}: {
  name: string;
  image?: string | null;
  size?: string;
}) {
  if (image) return <img src={image} alt="" className={`${size} shrink-0 rounded-full object-cover`} />;
  const letters = name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => Array.from(word)[0] ?? "")
    .join("")
    .toUpperCase();
  return (
    <span
      aria-hidden="true"
      className={`${size} grid shrink-0 place-items-center rounded-full bg-accent-soft text-xs font-semibold text-accent`}
    >
      {letters}
    </span>
  );
}
