import type { ReactNode } from "react";
import { Document } from "@/app/_components/document";

/** The companion APP, in Chinese. */
export default function Layout({ children }: { children: ReactNode }) {
  return <Document>{children}</Document>;
}
