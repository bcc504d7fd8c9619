"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Alert } from "@/components/ui/alert";
import { editClientForm } from "@/lib/schemas/oidc-client";
import { editClientAction } from "../actions";
import { ClientForm, type ClientValues } from "./client-form";

/** 「保存」 of a client's settings; how it authenticates stays. */
export function EditClient({ values }: { values: ClientValues }) {
  const router = useRouter();
  const [saved, setSaved] = useState(false);
  return (
    <>
      {saved && <Alert tone="success" role="status" title="已保存" className="mb-6" />}
      <ClientForm
        // Of another version the form starts anew.
        key={values.version}
        label="修改客户端"
        submit="保存"
        fixedMethod
        schema={editClientForm}
        values={values}
        action={editClientAction}
        onSuccess={() => {
          setSaved(true);
          router.refresh();
        }}
      />
    </>
  );
}
