import type { RowButton } from "./relation-buttons";

/** 「清除记录」: hides an ended relation from this viewer's history; the other side and the system keep it (西藏 二(三)5). */
export const CLEAR_RECORD: RowButton = {
  action: "CLEAR_RECORD",
  label: "清除记录",
  done: "已清除，该记录不再显示，系统仍保留",
};
