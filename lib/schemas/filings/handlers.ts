import { z } from "zod";
import {
  chosenField,
  filingFields,
  idField,
  MAX_ADDED_PEOPLE,
  phoneField,
  registeredPerson,
} from "./fields";

const fields = {
  /** Relations whose registration ends. */
  removed: chosenField,
  /** Relations whose mobile number in the registry changes. */
  changed: z
    .array(z.object({ relation: idField, mobile: phoneField }), "INVALID")
    .max(200, "TOO_LONG"),
  added: z.array(registeredPerson, "INVALID").max(MAX_ADDED_PEOPLE, "TOO_MANY_PEOPLE"),
};

/** 变更税务登记-办税人员信息 as filed. */
export const handlerChangeData = z.object(fields);

/** The form of 变更税务登记-办税人员信息. */
export const handlerChangeForm = z.object({ ...filingFields, ...fields });

export type HandlerChange = z.output<typeof handlerChangeData>;
