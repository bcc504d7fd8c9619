import { z } from "zod";
import { filingFields, idField } from "./fields";

/** 新办纳税人套餐: the enterprise whose registry information is confirmed. */
export const newTaxpayerData = z.object({ enterprise: idField });

/** 「确认」 of 新办纳税人套餐. */
export const newTaxpayerForm = z.object({ ...filingFields, ...newTaxpayerData.shape });
