"use server";

import {
  agencyInformationForm,
  agreementChangeForm,
  agreementForm,
  recognitionForm,
  synchroniseForm,
  terminationForm,
} from "@/lib/schemas/filings/agency";
import { crossRegionForm } from "@/lib/schemas/filings/cross-region";
import { draftForm, ownFilingForm } from "@/lib/schemas/filings/draft";
import { handlerChangeForm } from "@/lib/schemas/filings/handlers";
import { action } from "@/lib/server/action";
import { fileAgreement } from "@/lib/server/agencies/agreement";
import { fileAgreementChange, fileTermination } from "@/lib/server/agencies/change";
import { fileAgencyInformation } from "@/lib/server/agencies/information";
import {
  recogniseAgency,
  synchroniseAgencies,
  withdrawRecognition,
} from "@/lib/server/agencies/recognition";
import { deleteDraft, saveDraft } from "@/lib/server/filings/drafts";
import { withdrawFiling } from "@/lib/server/filings/withdraw";
import { fileCrossRegionReport } from "@/lib/server/projects/report";
import { fileHandlerChange } from "@/lib/server/registry/handlers";

const savingDraft = action({ input: draftForm, allow: "ACTING" }, saveDraft);

/** 「保存草稿」. */
export async function saveDraftAction(input: unknown) {
  return savingDraft(input);
}

const deletingDraft = action({ input: ownFilingForm, allow: "ACTING" }, deleteDraft);

/** 「删除草稿」. */
export async function deleteDraftAction(input: unknown) {
  return deletingDraft(input);
}

const withdrawing = action({ input: ownFilingForm, allow: "ACTING" }, withdrawFiling);

/** 「撤回」 of a filing that waits for the hall. */
export async function withdrawFilingAction(input: unknown) {
  return withdrawing(input);
}

const handlerChange = action({ input: handlerChangeForm, allow: "ACTING" }, fileHandlerChange);

/** 「提交」 of 变更税务登记-办税人员信息. */
export async function fileHandlerChangeAction(input: unknown) {
  return handlerChange(input);
}

const information = action(
  { input: agencyInformationForm, allow: "ACTING" },
  fileAgencyInformation,
);

/** 「报送」 of 《涉税专业服务机构（人员）基本信息采集表》. */
export async function fileAgencyInformationAction(input: unknown) {
  return information(input);
}

const agreement = action({ input: agreementForm, allow: "ACTING" }, fileAgreement);

/** 「报送」 of 《涉税专业服务协议要素信息采集表》. */
export async function fileAgreementAction(input: unknown) {
  return agreement(input);
}

const agreementChange = action(
  { input: agreementChangeForm, allow: "ACTING" },
  fileAgreementChange,
);

/** 「变更」 of staff or period. */
export async function fileAgreementChangeAction(input: unknown) {
  return agreementChange(input);
}

const termination = action({ input: terminationForm, allow: "ACTING" }, fileTermination);

/** 「终止」. */
export async function fileTerminationAction(input: unknown) {
  return termination(input);
}

const recognising = action({ input: recognitionForm, allow: "ACTING" }, recogniseAgency);

/** 「认定」. */
export async function recogniseAgencyAction(input: unknown) {
  return recognising(input);
}

const declining = action({ input: recognitionForm, allow: "ACTING" }, withdrawRecognition);

/** 「取消认定」. */
export async function withdrawRecognitionAction(input: unknown) {
  return declining(input);
}

const synchronising = action({ input: synchroniseForm, allow: "ACTING" }, synchroniseAgencies);

/** 「同步代理机构」. */
export async function synchroniseAgenciesAction(input: unknown) {
  return synchronising(input);
}

const crossRegion = action({ input: crossRegionForm, allow: "ACTING" }, fileCrossRegionReport);

/** 「提交」 of 《跨区域涉税事项报告表》. */
export async function fileCrossRegionReportAction(input: unknown) {
  return crossRegion(input);
}
