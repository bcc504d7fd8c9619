import { type ClassValue, clsx } from "clsx";

/** Joins class names. A primitive's own classes are not overridden: `className` adds place and width, not another look. */
export function cn(...classes: ClassValue[]): string {
  return clsx(classes);
}
