"use client";

import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/submit-button";
import { useActionForm } from "@/components/form/use-action-form";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { roleLabel } from "@/lib/labels";
import { type SearchPersonForm, searchPersonForm } from "@/lib/schemas/personnel";
import type { FoundPerson } from "@/lib/server/personnel/add";
import { PersonFields } from "../../../_components/person-fields";
import { searchPersonAction } from "../../actions";

/** Who was found, and what was typed to find them. */
export type Found = { person: FoundPerson; typed: SearchPersonForm };

type SearchStepProps = {
  identityVersion: number;
  found: Found | null;
  setFound: (found: Found | null) => void;
  next: () => void;
};

/** 「搜索」 by name and document, and 「下一步」 with whoever was found. */
export function SearchStep({ identityVersion, found, setFound, next }: SearchStepProps) {
  const handle = useActionForm<SearchPersonForm, FoundPerson>({
    schema: searchPersonForm,
    defaultValues: found?.typed ?? {
      name: "",
      documentType: "RESIDENT_ID",
      documentNumber: "",
      identityVersion,
    },
    action: (input) => {
      setFound(null);
      return searchPersonAction(input);
    },
    onSuccess: (person) => setFound({ person, typed: handle.form.getValues() }),
  });
  return (
    <>
      <ActionForm handle={handle} label="搜索办税人员" className="max-w-110">
        <PersonFields />
        <SubmitButton variant={found ? "secondary" : "primary"} className="justify-self-start">
          搜索
        </SubmitButton>
      </ActionForm>
      <div role="status">
        {found && (
          <Card className="mt-6 max-w-110">
            <p className="font-semibold">
              {found.person.name}（{roleLabel(found.person.role, found.person.primary)}）
            </p>
            <p className="break-all text-muted tabular-nums">{found.person.maskedDocumentNumber}</p>
            <p className="text-muted tabular-nums">
              手机号码：{found.person.maskedPhone ?? "税务登记和实名信息中都没有"}
            </p>
            <Button className="mt-4" onClick={next}>
              下一步
            </Button>
          </Card>
        )}
      </div>
    </>
  );
}
