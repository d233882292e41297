import type { AnchorHTMLAttributes, ButtonHTMLAttributes } from "react";

export type ButtonLook = "primary" | "secondary" | "quiet" | "danger";
const shape =
  "inline-flex min-h-11 items-center justify-center gap-2 rounded-box border-2 px-4 py-1.5 font-medium no-underline hover:no-underline text-center";
const looks: Record<ButtonLook, string> = {
  primary: "border-action bg-action text-action-ink hover:border-action-strong hover:bg-action-strong",
  secondary: "border-action bg-surface text-action hover:bg-wash",
  quiet: "border-transparent text-action underline hover:underline hover:bg-wash",
  danger: "border-danger bg-surface text-danger hover:bg-danger-wash",
};

export function Button({
  look = "primary",
  className = "",
  type = "submit",
  ...rest
}: ButtonHTMLAttributes<HTMLButtonElement> & { look?: ButtonLook }) {
  return <button type={type} className={`${shape} ${looks[look]} ${className}`} {...rest} />;
}

/** A link that is the next step of the page, so drawn as a button. */
export function LinkButton({
  look = "primary",
  className = "",
  children,
  ...rest
}: AnchorHTMLAttributes<HTMLAnchorElement> & { href: string; look?: ButtonLook }) {
  return (
    <a className={`${shape} ${looks[look]} ${className}`} {...rest}>
      {children}
    </a>
  );
}
