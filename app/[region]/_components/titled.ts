import type { Metadata } from "next";
import { requireRegion } from "@/app/[region]/_components/require-region";
import { t } from "@/components/texts/request-texts";
import type { SourceText } from "@/lib/english/dictionary";

/** The title of a page of a bureau, in the language of the page. */
export function titled(title: SourceText) {
  return async ({ params }: { params: Promise<{ region: string }> }): Promise<Metadata> => {
    await requireRegion(params);
    return { title: t(title) };
  };
}
