import { __iconData as settings } from "lucide-react/icons/settings-2";
import { t } from "@/components/texts/request-texts";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import type { Favourites } from "@/lib/domain/favourites";
import { FunctionLink } from "../../_components/function-link";
import { BoxList, LeftBox } from "./left-box";

/** 常用功能 in the person's order, with 「设置」. */
export function FavouriteList({ region, functions, hidden }: Favourites & { region: string }) {
  return (
    <LeftBox
      code="favourites"
      title={t("常用功能")}
      action={
        <Link
          href={`/${region}/home/favourites`}
          aria-label={t("设置常用功能")}
          className="link inline-flex min-h-11 items-center gap-1 px-1"
        >
          <Icon of={settings} className="size-4" />
          {t("设置")}
        </Link>
      }
    >
      <BoxList>
        {functions.map((each) => (
          <li key={each.code}>
            <FunctionLink region={region} each={each} />
          </li>
        ))}
      </BoxList>
      {functions.length === 0 && (
        <p className="px-2 pb-1 text-muted text-sm">
          {t("您选择的常用功能，会显示在这里。点击“设置”添加。")}
        </p>
      )}
      {hidden > 0 && (
        <p className="px-2 pt-1 text-muted text-sm">
          {t("另有{hidden}个当前身份不能使用，未显示", { hidden })}
        </p>
      )}
    </LeftBox>
  );
}
