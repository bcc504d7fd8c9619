import { useTexts } from "#use-texts";

/** To the same page in the other language (B18). A plain form, so that it works without JavaScript. */
export function LanguageSwitch() {
  const t = useTexts();
  const english = t.locale === "en";
  return (
    <form method="post" action="/api/language" className="no-print shrink-0">
      <input type="hidden" name="to" value={english ? "zh-CN" : "en"} />
      <button
        type="submit"
        lang={english ? "zh-CN" : "en"}
        title={english ? "企业业务页面只有中文" : "Pages for enterprises are in Chinese only"}
        className="flex min-h-11 min-w-11 items-center justify-center rounded-md px-2 text-muted text-sm hover:bg-accent-soft hover:text-accent"
      >
        {english ? "中文" : "English"}
      </button>
    </form>
  );
}
