import type { ReactNode } from "react";
import { requireRegion } from "@/app/[region]/_components/require-region";
import { PageWords } from "@/components/texts/page-words";
import { RECOVERY_WORDS } from "@/lib/english/areas";

type Props = { params: Promise<{ region: string }>; children: ReactNode };

/** Words of 忘记密码 for the browser. */
export default async function Layout({ params, children }: Props) {
  await requireRegion(params);
  return <PageWords words={RECOVERY_WORDS}>{children}</PageWords>;
}
