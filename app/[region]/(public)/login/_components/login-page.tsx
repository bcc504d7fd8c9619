import { notFound } from "next/navigation";
import { LoginLayout } from "@/components/layout/login-layout";
import { PageHeading } from "@/components/layout/page-heading";
import { t } from "@/components/texts/request-texts";
import { appName } from "@/lib/regions/apps";
import { legacyStyleOf } from "@/lib/regions/entry-styles";
import { findRegion } from "@/lib/regions/list";
import { EndingNotice } from "./ending-notice";
import { LegacyLink, UntilLegacyEnds } from "./legacy-link";
import { LoginEntries } from "./login-entries";

/** The unified login page of a bureau; the same for everybody, so it can be served as a file. */
export function LoginPage({ slug }: { slug: string }) {
  const region = findRegion(slug);
  if (!region) notFound();
  const scanApps = region.scanLoginApps.map((app) => ({
    app,
    name: t.named(t.named(appName(app, region))),
  }));
  const { endsOn } = region.dualTrack;
  const legacy = legacyStyleOf(region) !== null;
  return (
    <LoginLayout
      region={region}
      width={scanApps.length > 0 ? "wide" : "form"}
      notice={
        legacy &&
        endsOn && (
          <UntilLegacyEnds endsOn={endsOn}>
            <EndingNotice endsOn={endsOn} />
          </UntilLegacyEnds>
        )
      }
    >
      <PageHeading
        title={t("登录")}
        actions={legacy && <LegacyLink region={region.slug} endsOn={endsOn} />}
      />
      <LoginEntries
        region={region.slug}
        scanApps={scanApps}
        certificateLogin={region.certificateLogin}
      />
    </LoginLayout>
  );
}
