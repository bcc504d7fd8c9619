import { z } from "zod";
import { requiredText } from "../fields";
import { dayField, filingFields, nameField, phoneField, withPeriod } from "./fields";

const fields = {
  /** 特定主体类型. */
  projectKind: z.enum(["REPORT", "PROPERTY_SOURCE"], "REQUIRED"),
  /** Slug of the bureau where the project is (项目地). */
  projectRegion: z.string("REQUIRED").min(1, "REQUIRED").max(32, "INVALID"),
  projectName: requiredText(100),
  handlerName: nameField,
  handlerPhone: phoneField,
  contactName: nameField,
  contactPhone: phoneField,
  validFrom: dayField,
  validTo: dayField,
};

/** 《跨区域涉税事项报告表》 or 跨区域财产税源登记 as filed. */
export const crossRegionData = withPeriod(z.object(fields));

/** The form of 跨区域涉税事项报告表. */
export const crossRegionForm = withPeriod(z.object({ ...filingFields, ...fields }));

export type CrossRegionReport = z.output<typeof crossRegionData>;
