import { notFound } from "next/navigation";
import { LoginLayout } from "@/components/layout/login-layout";
import { PageHeading } from "@/components/layout/page-heading";
import { findRegion } from "@/lib/regions/list";
import { LoginEntries } from "./login-entries";

/** The unified login page of a bureau; the same for everybody, so it can be served as a file. */
export function LoginPage({ slug }: { slug: string }) {
  const region = findRegion(slug);
  if (!region) notFound();
  return (
    <LoginLayout region={region}>
      <PageHeading title="登录" />
      <LoginEntries region={region.slug} />
    </LoginLayout>
  );
}
