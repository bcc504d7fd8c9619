import { __iconData as chevronDown } from "lucide-react/icons/chevron-down";
import { t } from "@/components/texts/request-texts";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { FUNCTION_TREE, type TaxFunction } from "@/lib/domain/function-tree";
import type { GrantFacts } from "@/lib/domain/function-tree-grants";
import { FunctionLink } from "../../_components/function-link";

type FunctionListProps = {
  region: string;
  section: string;
  /** Code of the module that is open. */
  module: string | string[] | undefined;
  granted: readonly TaxFunction[];
  facts: GrantFacts;
};

/** 办税区: the modules of one section, each opening to its functions. */
export function FunctionList(props: FunctionListProps) {
  const { region, section, module, granted, facts } = props;
  const name = FUNCTION_TREE.find(({ code }) => code === section)?.name ?? "";
  const modules = byModule(granted.filter(({ within }) => within[0] === section));
  return (
    <section aria-labelledby="functions" className="min-w-0">
      <h2 id="functions" className="mb-4 text-lg">
        {t.named(name)}
      </h2>
      {modules.length === 0 && <NothingGranted facts={facts} />}
      <div className="grid items-start gap-3 sm:grid-cols-2 xl:grid-cols-3">
        {modules.map(({ code, title, functions }) =>
          title ? (
            <details
              key={code}
              open={code === module || modules.length === 1}
              className="group rounded-lg border border-line bg-raised open:shadow-raised"
            >
              <summary className="flex min-h-12 list-none items-center justify-between gap-2 rounded-lg px-4 py-2 hover:bg-accent-soft [&::-webkit-details-marker]:hidden">
                <h3 className="min-w-0 text-base">{t.named(title)}</h3>
                <Icon
                  of={chevronDown}
                  className="size-5 shrink-0 text-muted group-open:rotate-180"
                />
              </summary>
              <FunctionLinks region={region} functions={functions} className="px-2 pb-2" />
            </details>
          ) : (
            <div
              key={code}
              className="col-span-full rounded-lg border border-line bg-raised p-2 sm:p-3"
            >
              <FunctionLinks
                region={region}
                functions={functions}
                className="grid sm:grid-cols-2 xl:grid-cols-3"
              />
            </div>
          ),
        )}
      </div>
    </section>
  );
}

type FunctionLinksProps = {
  region: string;
  functions: readonly TaxFunction[];
  className: string;
};

function FunctionLinks({ region, functions, className }: FunctionLinksProps) {
  return (
    <ul className={className}>
      {functions.map((each) => (
        <li key={each.code}>
          <FunctionLink region={region} each={each} />
        </li>
      ))}
    </ul>
  );
}

/** Modules in the order of the tree; functions right under the section come first and have no title. */
function byModule(functions: readonly TaxFunction[]) {
  const modules: { code: string; title: string | null; functions: TaxFunction[] }[] = [];
  for (const each of functions) {
    const code = each.within[1] ?? each.within[0] ?? "";
    const title = each.within[1] ? (each.path[1] ?? null) : null;
    const module = modules.find((known) => known.code === code);
    if (module) module.functions.push(each);
    else modules.push({ code, title, functions: [each] });
  }
  return modules;
}

function NothingGranted({ facts }: { facts: GrantFacts }) {
  if (facts.acting === "PERSON") {
    return (
      <EmptyState title={t("这里没有自然人可以办理的功能")}>
        {t("企业业务请切换身份后办理。")}
      </EmptyState>
    );
  }
  return (
    <EmptyState title={t("您在这里还没有可以使用的功能")}>
      {facts.acting === "CLIENT"
        ? t("功能由委托企业授权。请联系委托企业的法定代表人或财务负责人。")
        : t("功能由企业的法定代表人或财务负责人授权。授权后，功能会立即显示在这里。")}
    </EmptyState>
  );
}
