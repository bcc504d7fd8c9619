import { requireRegion } from "@/app/[region]/_components/require-region";
import { titled } from "@/app/[region]/_components/titled";
import { PageHeading } from "@/components/layout/page-heading";
import { t } from "@/components/texts/request-texts";
import { Alert } from "@/components/ui/alert";
import { accountOverview } from "@/lib/server/accounts/overview";
import { standsOnSecondFactor } from "@/lib/server/accounts/second-factor-proof";
import { requireSession } from "@/lib/server/session";
import { SecondFactorLost } from "../_components/second-factor-lost";
import { AddPhone } from "./_components/add-phone";
import { PhoneList } from "./_components/phone-list";

export const generateMetadata = titled("手机号码修改");

/** 手机号码修改 (P3; 西藏 二(二)4–6, 山东 21): the person's own phones, whatever the session acts for. */
export default async function PhonesPage({ params }: { params: Promise<{ region: string }> }) {
  const region = await requireRegion(params);
  const session = await requireSession(region.slug);
  const { phones } = await accountOverview(session.personId);
  return (
    <>
      <PageHeading title={t("手机号码修改")} actions={<AddPhone region={region.slug} />}>
        {t(
          "不管是默认还是其他手机号码，都可以用来登录；登录时未输入手机号码的，验证码发送至默认手机号码。",
        )}
      </PageHeading>
      {!standsOnSecondFactor(session) && (
        <SecondFactorLost region={region} personId={session.personId} />
      )}
      <Alert tone="info" className="mb-6">
        <p>
          {t(
            "温馨提醒：升级后同一手机号码将采用“一号只能对应一人”的原则，为了自身账户安全，请不要将自己的账户绑定他人手机号。",
          )}
        </p>
      </Alert>
      <PhoneList phones={phones} />
    </>
  );
}
