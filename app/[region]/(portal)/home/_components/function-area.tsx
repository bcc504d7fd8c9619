import { t } from "@/components/texts/request-texts";
import type { TaxFunction } from "@/lib/domain/function-tree";
import { FunctionLink } from "../../_components/function-link";
import { BoxList, LeftBox } from "./left-box";

type FunctionAreaProps = {
  region: string;
  code: string;
  name: string;
  entries: readonly { each: TaxFunction; usable: boolean }[];
};

/** 套餐业务 or 特色业务. */
export function FunctionArea({ region, code, name, entries }: FunctionAreaProps) {
  return (
    <LeftBox code={code} title={t.named(name)}>
      <BoxList>
        {entries.map(({ each, usable }) => (
          <li key={each.code}>
            <FunctionLink region={region} each={each} usable={usable} />
          </li>
        ))}
      </BoxList>
    </LeftBox>
  );
}
