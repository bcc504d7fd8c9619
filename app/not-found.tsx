import type { Metadata } from "next";
import { MissingDocument } from "@/app/_components/missing-document";

export const metadata: Metadata = { title: "页面不存在" };

export default function NotFound() {
  return <MissingDocument />;
}
