import { CertificateForm, type CertificateFormProps } from "./certificate-form";
import { PresentedForm } from "./presented-form";

/** A certificate as file, or the one the browser has shown to the front server (L12). */
export function CertificateWays({
  holder,
  ...form
}: CertificateFormProps & {
  /** Whom that one belongs to; null without any. */
  holder: string | null;
}) {
  if (holder === null) return <CertificateForm {...form} />;
  return (
    <>
      <PresentedForm region={form.region} holder={holder} />
      <details className="mt-4">
        <summary className="link inline-flex min-h-11 cursor-pointer items-center">
          使用证书文件登录
        </summary>
        <CertificateForm {...form} />
      </details>
    </>
  );
}
