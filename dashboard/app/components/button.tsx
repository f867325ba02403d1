import { Link, type LinkProps } from "@remix-run/react";
import type { ButtonHTMLAttributes, ReactNode } from "react";

const variants = {
  primary: "border-transparent bg-button text-on-button shadow-xs hover:bg-button-hover",
  secondary: "border-line-strong bg-surface text-ink shadow-xs hover:bg-sunken",
  danger: "border-transparent bg-danger text-on-button shadow-xs hover:bg-danger-hover",
  ghost: "border-transparent text-muted hover:bg-sunken hover:text-ink",
};
export type Variant = keyof typeof variants;

const sizes = { small: "min-h-8 px-2.5 text-sm", normal: "min-h-10 px-4 text-sm" };

interface Look {
  variant?: Variant;
  size?: keyof typeof sizes;
  children: ReactNode;
}

function toClassName({ variant = "secondary", size = "normal" }: Pick<Look, "variant" | "size">): string {
  return `inline-flex shrink-0 cursor-pointer items-center justify-center gap-2 rounded-lg border py-1.5 text-center font-medium aria-disabled:cursor-default aria-disabled:opacity-60 ${variants[variant]} ${sizes[size]}`;
}

type ButtonProps = Look & ButtonHTMLAttributes<HTMLButtonElement>;

export function Button({ variant, size, className = "", type = "button", ...props }: ButtonProps) {
  return <button type={type} className={`${toClassName({ variant, size })} ${className}`} {...props} />;
}

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function LinkButton({ variant, size, className = "", ...props }: Look & LinkProps) {
  return <Link className={`${toClassName({ variant, size })} ${className}`} {...props} />;
}

/** Out of the dashboard, or to a file: a full load. */
export function AnchorButton({
  variant,
  size,
  ...props
}: Look & { href: string; target?: string; rel?: string; download?: boolean | string }) {
  return <a className={toClassName({ variant, size })} {...props} />;
}
