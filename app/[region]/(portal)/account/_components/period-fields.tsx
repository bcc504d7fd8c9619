import { TextField } from "@/components/form/text-field";

/** 有效期起 and 有效期止; without an end the authorisation stays until somebody ends it. */
export function PeriodFields() {
  return (
    <>
      <TextField name="validFrom" label="有效期起" type="date" />
      <TextField
        name="validTo"
        label="有效期止"
        type="date"
        optional
        hint="不填写为长期有效；到期当日仍可办理，次日自动失效。"
      />
    </>
  );
}
