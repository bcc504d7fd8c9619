import { createElement } from "react";
import { cn } from "@/components/ui/cn";

/** A symbol as lucide-react keeps it: its name, and the shapes it is drawn of. */
type Drawing = {
  name: string;
  node: readonly (readonly [tag: string, attributes: Readonly<Record<string, string>>])[];
};

// The drawings are there, the types of the package do not tell.
declare module "lucide-react/icons/*" {
  export const __iconData: Drawing;
}

/**
 * A symbol beside words, drawn by the server. lucide's own component belongs to the browser: on a page of the server every
 * symbol would be sent as its paths and properties, and drawn by that component twice.
 */
export function Icon({ of, className }: { of: Drawing; className?: string }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" className={cn("icon", className)}>
      {of.node.map(([tag, attributes]) => createElement(tag, attributes))}
    </svg>
  );
}
