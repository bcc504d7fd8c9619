import { PageHeading } from "@/components/layout/page-heading";
import { PublicShell } from "@/components/layout/public-shell";
import { pageTexts, t } from "@/components/texts/request-texts";
import { Alert } from "@/components/ui/alert";
import type { RegionProfile } from "@/lib/regions/types";

/** One heading with its paragraphs; a list of texts is shown as a list. */
export type LegalSection = { title: string; text: readonly (string | readonly string[])[] };

type LegalTextProps = {
  region: RegionProfile;
  title: string;
  /** Day of the present wording, YYYY-MM-DD. */
  wordingOf: string;
  sections: readonly LegalSection[];
};

/** A text people agree to: numbered headings, short paragraphs, printable. */
export function LegalText({ region, title, wordingOf, sections }: LegalTextProps) {
  return (
    <PublicShell region={region}>
      <PageHeading title={t.named(title)}>
        {t("{bureau} · {day}起施行", {
          bureau: t.named(region.bureauName),
          day: t.day(wordingOf),
        })}
      </PageHeading>
      {pageTexts().locale === "en" && (
        <Alert title={t("本文本只有中文，以中文为准。")} className="mb-6" />
      )}
      <div lang="zh-CN" className="grid max-w-prose gap-8">
        {sections.map((section, index) => (
          <section key={section.title}>
            <h2 className="mb-2 text-lg">
              {index + 1}. {section.title}
            </h2>
            <div className="grid gap-3">
              {section.text.map((part) =>
                typeof part === "string" ? (
                  <p key={part}>{part}</p>
                ) : (
                  <ul key={part[0]} className="list-disc space-y-1 pl-5 marker:text-accent">
                    {part.map((item) => (
                      <li key={item}>{item}</li>
                    ))}
                  </ul>
                ),
              )}
            </div>
          </section>
        ))}
      </div>
    </PublicShell>
  );
}
