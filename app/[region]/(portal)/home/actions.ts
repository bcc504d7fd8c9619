"use server";

import { favouritesForm } from "@/lib/schemas/favourites";
import { action } from "@/lib/server/action";
import { saveFavourites } from "@/lib/server/home/favourites";

const saving = action({ input: favouritesForm, allow: "ACTING" }, saveFavourites);

/** 「保存」 and 「恢复默认」 of 常用功能. */
export async function saveFavouritesAction(input: unknown) {
  return saving(input);
}
