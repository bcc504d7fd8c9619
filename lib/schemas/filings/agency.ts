import { z } from "zod";
import { checkPassword } from "@/lib/domain/password-rule";
import { requiredText, taxpayerIdField } from "../fields";
import {
  chosenField,
  dayField,
  filingFields,
  idField,
  listedPerson,
  MAX_ADDED_PEOPLE,
  withPeriod,
} from "./fields";

const information = {
  /** Listed staff that leaves the list. */
  removed: chosenField,
  added: z.array(listedPerson, "INVALID").max(MAX_ADDED_PEOPLE, "TOO_MANY_PEOPLE"),
};

/** 《涉税专业服务机构（人员）基本信息采集表》 as filed. */
export const agencyInformationData = z.object(information);

/** The form of 《涉税专业服务机构（人员）基本信息采集表》. */
export const agencyInformationForm = z.object({ ...filingFields, ...information });

export type AgencyInformation = z.output<typeof agencyInformationData>;

const named = chosenField.min(1, "STAFF_REQUIRED");

const agreement = {
  /** 统一社会信用代码/纳税人识别号 of the client. */
  client: taxpayerIdField,
  services: requiredText(200),
  validFrom: dayField,
  validTo: dayField,
  /** Listed staff who act under the agreement. */
  staff: named,
};

/** 《涉税专业服务协议要素信息采集表》 as filed; of 协议密码 only the hash. */
export const agreementData = withPeriod(
  z.object({ ...agreement, agreementPasswordHash: z.string().optional() }),
);

/** The form of 《涉税专业服务协议要素信息采集表》; 协议密码 where the bureau has it. */
export const agreementForm = withPeriod(
  z.object({
    ...filingFields,
    ...agreement,
    agreementPassword: z
      .string("NOT_TEXT")
      .max(64, "TOO_LONG")
      .optional()
      .superRefine((value, context) => {
        const [problem] = value ? checkPassword(value) : [];
        if (problem) context.addIssue({ code: "custom", message: problem });
      }),
  }),
);

export type AgreementForm = z.output<typeof agreementForm>;
export type AgreementData = z.output<typeof agreementData>;

const change = {
  agreement: idField,
  validFrom: dayField,
  validTo: dayField,
  staff: named,
};

/** 涉税专业服务协议信息变更及终止 as filed: staff and period, or the end. */
export const agreementChangeData = z.union([
  withPeriod(z.object({ change: z.literal("CHANGE"), ...change })),
  z.object({ change: z.literal("TERMINATE"), agreement: idField }),
]);

/** The form of a change of staff or period. */
export const agreementChangeForm = withPeriod(z.object({ ...filingFields, ...change }));

/** 「终止」 of one agreement. */
export const terminationForm = z.object({ ...filingFields, agreement: idField });

/** 「认定」, 「取消认定」 of one agreement. */
export const recognitionForm = z.object({
  identityVersion: filingFields.identityVersion,
  agreement: idField,
});

/** 「同步代理机构」. */
export const synchroniseForm = z.object({ identityVersion: filingFields.identityVersion });

export type AgreementChange = z.output<typeof agreementChangeData>;
