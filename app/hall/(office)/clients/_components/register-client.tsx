"use client";

import { useState } from "react";
import { newClientForm } from "@/lib/schemas/oidc-client";
import { registerClientAction } from "../actions";
import { ClientForm, EMPTY_CLIENT } from "./client-form";
import { ClientSecret, type Told } from "./client-secret";

/** 「登记」, then what the system needs, told once. */
export function RegisterClient({ issuer }: { issuer: string }) {
  const [told, setTold] = useState<Told | null>(null);
  if (told) return <ClientSecret told={told} issuer={issuer} link />;
  return (
    <ClientForm
      label="登记客户端"
      submit="登记"
      schema={newClientForm}
      values={EMPTY_CLIENT}
      action={registerClientAction}
      onSuccess={setTold}
    />
  );
}
