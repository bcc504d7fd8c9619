import { useTexts } from "#use-texts";
/** First stop of the tab key: past the header, to `<main id="main">`. */
export function SkipLink() {
  const t = useTexts();
  return (
    <a
      href="#main"
      className="sr-only z-50 rounded-md bg-raised px-4 py-3 font-semibold text-accent shadow-floating focus:not-sr-only focus:fixed focus:top-3 focus:left-3"
    >
      {t("跳到主要内容")}
    </a>
  );
}
