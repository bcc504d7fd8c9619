import type { Metadata } from "next";
import { MissingPage } from "@/app/_components/missing-page";
import { TroubleDocument } from "@/app/_components/trouble-document";

export const metadata: Metadata = { title: "页面不存在" };

export default function NotFound() {
  return (
    <TroubleDocument title="页面不存在">
      <MissingPage />
    </TroubleDocument>
  );
}
