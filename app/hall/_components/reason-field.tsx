import { TextField } from "@/components/form/text-field";

/** 办理事由, asked for with everything an officer does or looks up (T1). */
export function ReasonField() {
  return (
    <TextField
      name="reason"
      label="办理事由"
      hint="会写入审计日志，请勿填写证件号码、手机号码等个人信息"
    />
  );
}
