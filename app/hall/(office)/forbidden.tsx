"use client";

import { usePathname } from "next/navigation";
import { PageHeading } from "@/components/layout/page-heading";
import { Alert } from "@/components/ui/alert";
import { Link } from "@/components/ui/link";
import { hallFunctionAt } from "@/lib/domain/hall-functions";
import { officerRoleLabel } from "@/lib/labels";

/** A page the officer's role is not for: says which role it takes. */
export default function Forbidden() {
  const needed = hallFunctionAt(usePathname());
  const roles = needed?.roles.map(officerRoleLabel).join("、");
  return (
    <>
      <PageHeading title="您的岗位不能使用该功能" />
      <Alert
        tone="warning"
        title={needed ? `“${needed.label}”由以下岗位办理：${roles}` : "该功能由其他岗位办理"}
      >
        <p>如工作需要，请联系本局主管。</p>
      </Alert>
      <p className="mt-6">
        <Link className="link" href="/hall">
          返回首页
        </Link>
      </p>
    </>
  );
}
