"use client";

import { useRef, useState } from "react";
import { Alert } from "@/components/ui/alert";
import { EmptyState } from "@/components/ui/empty-state";
import { Radio, RadioGroup } from "@/components/ui/radio-group";
import { useHydrated } from "@/components/ui/use-hydrated";
import { roleLabel } from "@/lib/labels";
import { messageOf } from "@/lib/messages";
import type { LegacyStyle } from "@/lib/regions/entry-styles";
import { LegacyHelp } from "../../_components/legacy-help";
import { type Person, ProofTabs } from "./proof-tabs";

type PeopleChoiceProps = {
  region: string;
  flow: string;
  people: readonly Person[];
  style: LegacyStyle;
};

/** The people as radios; whoever is chosen is proved right below, and 「取消」 leads back here (辽宁 二(一)). */
export function PeopleChoice({ region, flow, people, style }: PeopleChoiceProps) {
  const hydrated = useHydrated();
  const [chosenId, setChosenId] = useState<string | null>(null);
  const list = useRef<HTMLFieldSetElement>(null);
  const chosen = people.find(({ id }) => id === chosenId);

  function cancel() {
    setChosenId(null);
    list.current?.querySelector<HTMLInputElement>("input")?.focus();
  }

  if (people.length === 0) {
    return (
      <EmptyState title="没有可以选择的人员">
        税务登记中的人员、已添加的办税人员会显示在这里。登记有变化的，请先变更税务登记。
      </EmptyState>
    );
  }
  return (
    <>
      <RadioGroup ref={list} legend="请选择办税人员">
        {people.map((person) => (
          <Radio
            card
            key={person.id}
            id={`handler-${person.id}`}
            name="handler"
            value={person.id}
            checked={chosenId === person.id}
            disabled={!hydrated}
            onChange={() => setChosenId(person.id)}
            label={person.name}
            description={`${roleLabel(person.role, person.primary)} · ${person.maskedPhone ? `手机号码：${person.maskedPhone}` : "手机号码为空"}`}
          />
        ))}
      </RadioGroup>
      {chosen?.problem && (
        <Alert
          key={chosen.id}
          tone="danger"
          role="alert"
          title={messageOf({ code: chosen.problem })}
          className="mt-6"
        >
          <LegacyHelp region={region} code={chosen.problem} />
        </Alert>
      )}
      {chosen && !chosen.problem && (
        <ProofTabs
          key={chosen.id}
          region={region}
          flow={flow}
          person={chosen}
          style={style}
          onCancel={cancel}
        />
      )}
    </>
  );
}
