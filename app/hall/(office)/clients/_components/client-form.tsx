"use client";

import type { z } from "zod";
import { ActionForm } from "@/components/form/action-form";
import { CheckboxField } from "@/components/form/checkbox-field";
import { FormSection } from "@/components/form/form-section";
import { RadioField } from "@/components/form/radio-field";
import { SelectField } from "@/components/form/select-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { TextareaField } from "@/components/form/textarea-field";
import { useActionForm } from "@/components/form/use-action-form";
import { BUSINESS_SYSTEMS } from "@/lib/domain/function-tree-types";
import type { Result } from "@/lib/domain/result";
import { ReasonField } from "../../../_components/reason-field";
import { FunctionPicker } from "./function-picker";

const SYSTEMS = Object.entries(BUSINESS_SYSTEMS).map(([value, label]) => ({ value, label }));
const KINDS = [
  {
    value: "FIRST_PARTY",
    label: "本局系统",
    description: "由税务机关建设和运行，登录时不再征求本人同意",
  },
  {
    value: "THIRD_PARTY",
    label: "第三方系统",
    description: "首次登录时告知本人将提供哪些信息，本人同意后才提供",
  },
];
const METHODS = [
  {
    value: "CLIENT_SECRET_BASIC",
    label: "客户端密钥",
    description: "登记后显示一次（client_secret_basic）",
  },
  {
    value: "PRIVATE_KEY_JWT",
    label: "私钥签名",
    description: "私钥只由系统保存，这里填写公钥（private_key_jwt）",
  },
];

/** A client's settings as the form holds them. */
export type ClientValues = {
  client?: string;
  version?: string;
  name: string;
  businessSystem: string;
  kind: string;
  authMethod: string;
  jwks: string;
  redirectUris: string;
  postLogoutRedirectUris: string;
  backchannelLogoutUri: string;
  loginUri: string;
  pairwise: boolean;
  functions: string[];
};

export const EMPTY_CLIENT: ClientValues = {
  name: "",
  businessSystem: "",
  kind: "FIRST_PARTY",
  authMethod: "CLIENT_SECRET_BASIC",
  jwks: "",
  redirectUris: "",
  postLogoutRedirectUris: "",
  backchannelLogoutUri: "",
  loginUri: "",
  pairwise: false,
  functions: [],
};

type ClientFormProps<Value> = {
  label: string;
  submit: string;
  /** How the client authenticates is settled. */
  fixedMethod?: boolean;
  schema: z.ZodType<unknown, Record<string, unknown>>;
  values: ClientValues;
  action: (input: unknown) => Promise<Result<Value>>;
  onSuccess: (value: Value) => void;
};

/** Settings of a client (业务系统客户端): what it is, where it stands, what it may be told. */
export function ClientForm<Value>(props: ClientFormProps<Value>) {
  const { label, submit, fixedMethod, schema, values, action } = props;
  const handle = useActionForm<Record<string, unknown>, Value>({
    schema,
    defaultValues: { ...values, reason: "" },
    action,
    onSuccess: (value) => {
      handle.form.resetField("reason");
      props.onSuccess(value);
    },
  });
  const method = handle.form.watch("authMethod");
  return (
    <ActionForm handle={handle} label={label} className="max-w-3xl">
      <FormSection title="系统">
        <TextField name="name" label="名称" hint="登录和同意页面上显示的名称" />
        <SelectField
          name="businessSystem"
          label="办理的业务"
          options={SYSTEMS}
          hint="首页的这些功能中，可见功能里选中的打开该系统；登记了多个时，打开最近登记的一个"
          optional
        />
        <RadioField name="kind" label="类别" options={KINDS} />
      </FormSection>
      <FormSection title="认证">
        {!fixedMethod && <RadioField name="authMethod" label="认证方式" options={METHODS} />}
        {method === "PRIVATE_KEY_JWT" && (
          <TextareaField
            name="jwks"
            label="公钥"
            hint="JSON格式（JWK或JWKS），最多5个；切勿粘贴私钥"
            rows={8}
            code
          />
        )}
        <CheckboxField
          name="pairwise"
          label="使用专用用户标识"
          hint="该系统得到的用户标识（sub）与其他系统不同，各系统之间不能对照；登记后变更会使已有用户无法对应"
        />
      </FormSection>
      <FormSection title="地址" wide>
        <TextareaField
          name="redirectUris"
          label="登录回调地址"
          hint="redirect_uri，每行一个，与系统发送的逐字一致"
          rows={3}
          code
        />
        <TextField
          name="loginUri"
          label="登录发起地址"
          hint="initiate_login_uri；首页的功能打开此地址，由系统发起登录"
          inputMode="url"
          optional
        />
        <TextareaField
          name="postLogoutRedirectUris"
          label="退出返回地址"
          hint="post_logout_redirect_uri，每行一个"
          rows={2}
          optional
          code
        />
        <TextField
          name="backchannelLogoutUri"
          label="后台退出通知地址"
          hint="backchannel_logout_uri；退出、冻结、解除时由本平台调用，须可从公网访问"
          inputMode="url"
          optional
        />
      </FormSection>
      <FormSection title="可见功能" wide>
        <FunctionPicker name="functions" label="该系统可以得知的功能" />
      </FormSection>
      <FormSection title="办理">
        <ReasonField />
        <SubmitButton>{submit}</SubmitButton>
      </FormSection>
    </ActionForm>
  );
}
