"use client";

import { useState } from "react";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Badge } from "@/components/ui/badge";
import { buttonClass } from "@/components/ui/button-class";
import { Link } from "@/components/ui/link";
import { lookUpPersonForm } from "@/lib/schemas/hall";
import { ReasonField } from "../../_components/reason-field";
import { lookUpPersonAction } from "../counter-actions";

type Hit = { id: string; name: string; documentNumber: string; registered: boolean };

/** 人员查询 with its reason; what is found leads on to `base`/id. */
export function PersonLookUp({ base = "/hall/people" }: { base?: string }) {
  const [found, setFound] = useState<readonly Hit[]>([]);
  const handle = useActionForm<Record<string, unknown>, { people: Hit[] }>({
    schema: lookUpPersonForm,
    defaultValues: { identifier: "", name: "", reason: "" },
    action: (input) => {
      setFound([]);
      return lookUpPersonAction(input);
    },
    onSuccess: ({ people }) => setFound(people),
  });
  return (
    <>
      <ActionForm handle={handle} label="人员查询" className="max-w-110">
        <TextField name="identifier" label="证件号码/手机号码" />
        <TextField name="name" label="姓名" optional />
        <ReasonField />
        <SubmitButton>查询</SubmitButton>
      </ActionForm>
      <ul aria-label="查询结果" className="mt-6 grid gap-3 empty:hidden">
        {found.map(({ id, name, documentNumber, registered }) => (
          <li
            key={id}
            className="flex flex-wrap items-center justify-between gap-3 rounded-md border border-line bg-raised p-4"
          >
            <span>
              {name}
              <span className="mx-3 tabular-nums">{documentNumber}</span>
              <Badge tone={registered ? "success" : "neutral"}>
                {registered ? "已注册" : "未注册"}
              </Badge>
            </span>
            <Link href={`${base}/${id}`} className={buttonClass("secondary")}>
              办理<span className="sr-only"> {name}</span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
