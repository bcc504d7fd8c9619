"use client";

import { useState } from "react";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/submit-button";
import { useActionForm } from "@/components/form/use-action-form";
import { Button } from "@/components/ui/button";
import { namedUserForm } from "@/lib/schemas/grants";
import { PersonFields } from "../../../_components/person-fields";
import { findUserAction } from "../../actions";
import { FirstPassword, type NewUser } from "./first-password";

type AddUserProps = {
  identityVersion: number;
  grants: string;
  /** People of the registry who are no users yet. */
  candidates: readonly { id: string; name: string; about: string }[];
};

const NOBODY = { relationId: "", documentType: "RESIDENT_ID", documentNumber: "" };

/** Whom to add, then the password of theirs (云南 3.4.1(2), (3)). */
export function AddUser({ identityVersion, grants, candidates }: AddUserProps) {
  const [chosen, setChosen] = useState<NewUser | null>(null);
  if (chosen) {
    return (
      <FirstPassword
        user={chosen}
        identityVersion={identityVersion}
        grants={grants}
        onCancel={() => setChosen(null)}
      />
    );
  }
  return (
    <div className="grid gap-8">
      {candidates.length > 0 && (
        <section aria-labelledby="registered">
          <h2 id="registered" className="mb-3 text-lg">
            税务登记中的人员
          </h2>
          <ul className="grid gap-3">
            {candidates.map(({ id, name, about }) => (
              <li
                key={id}
                className="flex flex-wrap items-center justify-between gap-3 rounded-md border border-line bg-raised px-4 py-3"
              >
                <span id={`new-${id}`} className="min-w-0">
                  <span className="block">{name}</span>
                  <span className="block text-muted text-sm tabular-nums">{about}</span>
                </span>
                <Button
                  variant="secondary"
                  aria-describedby={`new-${id}`}
                  onClick={() => setChosen({ ...NOBODY, relationId: id, name })}
                >
                  创建用户
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <NamedUser identityVersion={identityVersion} onFound={setChosen} />
    </div>
  );
}

function NamedUser({
  identityVersion,
  onFound,
}: {
  identityVersion: number;
  onFound: (user: NewUser) => void;
}) {
  const handle = useActionForm<Record<string, unknown>, { name: string }>({
    schema: namedUserForm,
    defaultValues: { ...NOBODY, name: "", identityVersion },
    action: findUserAction,
    onSuccess: ({ name }) => {
      const { documentType, documentNumber } = handle.form.getValues();
      onFound({
        relationId: "",
        name,
        documentType: String(documentType),
        documentNumber: String(documentNumber),
      });
    },
  });
  return (
    <section aria-labelledby="named">
      <h2 id="named" className="mb-3 text-lg">
        其他人员
      </h2>
      <ActionForm handle={handle} label="其他人员" className="max-w-110">
        <PersonFields />
        <SubmitButton className="justify-self-start">创建用户</SubmitButton>
      </ActionForm>
    </section>
  );
}
