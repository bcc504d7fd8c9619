import type { Metadata } from "next";
import type { ReactNode } from "react";
import { Document } from "@/app/_components/document";

export const metadata: Metadata = {
  title: { default: "办税服务厅", template: "%s - 办税服务厅" },
  description: "税务人员办理业务",
  robots: { index: false },
};

/** The tax hall (办税服务厅): officers of every bureau sign in at one place. */
export default function HallLayout({ children }: { children: ReactNode }) {
  return <Document>{children}</Document>;
}
