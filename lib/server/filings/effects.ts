import "server-only";
import type { z } from "zod";
import type { FilingKind } from "@/lib/domain/filing-rules";
import type { Result } from "@/lib/domain/result";
import {
  agencyInformationData,
  agreementChangeData,
  agreementData,
} from "@/lib/schemas/filings/agency";
import { crossRegionData } from "@/lib/schemas/filings/cross-region";
import { handlerChangeData } from "@/lib/schemas/filings/handlers";
import { newTaxpayerData } from "@/lib/schemas/filings/new-taxpayer";
import { concludeAgreement } from "../agencies/agreement-effect";
import { changeAgreement } from "../agencies/change-effect";
import { listAgencyStaff } from "../agencies/information-effect";
import type { Tx } from "../db";
import { openProject } from "../projects/report-effect";
import { changeHandlers } from "../registry/handlers-effect";
import { confirmEnterprise } from "../registry/new-taxpayer-effect";
import type { Effect, FilingFacts } from "./effect-types";

type TakeEffect = (tx: Tx, values: unknown, filing: FilingFacts) => Promise<Result<Effect>>;

function judged<Values>(
  schema: z.ZodType<Values>,
  run: (tx: Tx, values: Values, filing: FilingFacts) => Promise<Result<Effect>>,
): TakeEffect {
  return (tx, values, filing) => run(tx, schema.parse(values), filing);
}

/** What each form does when it takes effect, filed or approved: the one place both come to. */
export const EFFECTS: Record<FilingKind, TakeEffect> = {
  NEW_TAXPAYER: judged(newTaxpayerData, confirmEnterprise),
  HANDLER_CHANGE: judged(handlerChangeData, changeHandlers),
  AGENCY_INFORMATION: judged(agencyInformationData, listAgencyStaff),
  AGREEMENT: judged(agreementData, concludeAgreement),
  AGREEMENT_CHANGE: judged(agreementChangeData, changeAgreement),
  CROSS_REGION_REPORT: judged(crossRegionData, openProject),
  PROPERTY_SOURCE: judged(crossRegionData, openProject),
};
