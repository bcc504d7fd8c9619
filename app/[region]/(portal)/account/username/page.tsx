import { redirect } from "next/navigation";
import { requireRegion } from "@/app/[region]/_components/require-region";

/** The username is a section of 个人信息维护. */
export default async function UsernamePage({ params }: { params: Promise<{ region: string }> }) {
  const { slug } = await requireRegion(params);
  redirect(`/${slug}/account/profile`);
}
