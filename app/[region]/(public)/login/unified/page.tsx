import { editionParams } from "@/app/[region]/_components/edition-params";
import { requireRegion } from "@/app/[region]/_components/require-region";
import { titled } from "@/app/[region]/_components/titled";
import { REGIONS } from "@/lib/regions/list";
import { LoginPage } from "../_components/login-page";

export const generateMetadata = titled("登录");

/** Only the bureaus there are: pages made on demand would have no script hashes. */
export const dynamicParams = false;

export function generateStaticParams() {
  return editionParams(REGIONS);
}

export default async function Page({ params }: { params: Promise<{ region: string }> }) {
  const { slug } = await requireRegion(params);
  return <LoginPage slug={slug} />;
}
