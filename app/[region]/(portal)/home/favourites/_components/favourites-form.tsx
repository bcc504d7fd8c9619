"use client";

import { useState } from "react";
import { useTexts } from "#use-texts";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/submit-button";
import { useActionForm } from "@/components/form/use-action-form";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { Link } from "@/components/ui/link";
import { FAVOURITES_AT_MOST, moved } from "@/lib/domain/favourites";
import { findFunction } from "@/lib/domain/function-tree";
import { favouritesForm } from "@/lib/schemas/favourites";
import { saveFavouritesAction } from "../../actions";
import { AddFunctions } from "./add-functions";
import { SortableFunctions } from "./sortable-functions";

type FavouritesFormProps = {
  home: string;
  /** Codes in their order. */
  chosen: readonly string[];
  /** Codes the acting identity may use. */
  usable: readonly string[];
};

/** 常用功能: take away, put in order, add; nothing holds before 「保存」. */
export function FavouritesForm({ home, chosen, usable }: FavouritesFormProps) {
  const t = useTexts();
  const [said, setSaid] = useState("");
  const handle = useActionForm<Record<string, unknown>, { to: string }>({
    schema: favouritesForm,
    defaultValues: { codes: [...chosen] },
    action: saveFavouritesAction,
  });
  const codes = handle.form.watch("codes") as readonly string[];
  const full = codes.length >= FAVOURITES_AT_MOST;
  const nameOf = (code: string) => t.named(findFunction(code)?.name ?? code);

  function change(next: readonly string[], words: string) {
    handle.form.setValue("codes", [...next], { shouldDirty: true });
    setSaid(words);
  }

  function move(from: number, to: number) {
    const code = codes[from];
    if (code === undefined || to < 0 || to >= codes.length) return;
    change(
      moved(codes, from, to),
      t("{name}，第{place}位，共{count}位", {
        name: nameOf(code),
        place: to + 1,
        count: codes.length,
      }),
    );
  }

  function remove(code: string) {
    const rest = codes.filter((each) => each !== code);
    change(rest, t("已移除{name}，还有{count}个", { name: nameOf(code), count: rest.length }));
  }

  function add(code: string) {
    if (full || codes.includes(code)) return;
    change(
      [...codes, code],
      t("已添加{name}，第{place}位", { name: nameOf(code), place: codes.length + 1 }),
    );
  }

  return (
    <ActionForm handle={handle} label={t("常用功能设置")}>
      <p role="status" className="sr-only">
        {said}
      </p>
      <SortableFunctions codes={codes} usable={usable} move={move} remove={remove} />
      <AddFunctions codes={codes} usable={usable} full={full} add={add} />
      <div className="flex flex-wrap gap-3">
        <SubmitButton>{t("保存")}</SubmitButton>
        <Button
          variant="secondary"
          onClick={() => change([], t("已全部移除，保存后首页显示默认的常用功能"))}
        >
          {t("恢复默认")}
        </Button>
        <Link href={home} className={buttonClass("ghost")}>
          {t("取消")}
        </Link>
      </div>
    </ActionForm>
  );
}
