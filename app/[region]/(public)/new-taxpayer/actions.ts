"use server";

import { newTaxpayerForm } from "@/lib/schemas/filings/new-taxpayer";
import { action } from "@/lib/server/action";
import { fileNewTaxpayer } from "@/lib/server/registry/new-taxpayer";

const confirming = action({ input: newTaxpayerForm, allow: "SIGNED_IN" }, fileNewTaxpayer);

/** 「确认」 of 新办纳税人套餐. */
export async function confirmNewTaxpayerAction(input: unknown) {
  return confirming(input);
}
