import { PageHeading } from "@/components/layout/page-heading";
import { t } from "@/components/texts/request-texts";
import { entryLabel } from "@/lib/labels";
import { ChoiceForm } from "./choice-form";

/** The natural person themselves: seen only when a login was interrupted between its last two steps. */
export function PersonChoice({ region, flow }: { region: string; flow: string }) {
  return (
    <>
      <PageHeading title={t("选择身份")} />
      <ChoiceForm
        region={region}
        flow={flow}
        legend={t("您已完成身份验证，请选择进入")}
        options={[{ value: "person", label: t.named(entryLabel("PERSON")) }]}
      />
    </>
  );
}
