import type { CertificateProof } from "@/components/certificate/sign-challenge";
import { failure, type Result, success } from "@/lib/domain/result";
import { beginCertificateAction } from "../actions";

/**
 * Opens the certificate file and answers the server's challenge with its key. The code that reads the file is loaded only
 * now; problems belong to the file or the passphrase.
 */
export async function proveCertificate(form: {
  region: string;
  file: Blob;
  passphrase: string;
}): Promise<Result<CertificateProof>> {
  if (!globalThis.crypto?.subtle) return failure("CERTIFICATE_INSECURE");
  const [{ openCertificateFile, CertificateFileError }, { signChallenge }, content] =
    await Promise.all([
      import("@/components/certificate/open-certificate-file"),
      import("@/components/certificate/sign-challenge"),
      form.file.arrayBuffer(),
    ]);
  try {
    const opened = openCertificateFile(content, form.passphrase);
    if (opened.kind === "SM2") return failure("CERTIFICATE_SM2", { field: "file" });
    const begun = await beginCertificateAction({ region: form.region });
    if (!begun.ok) return begun;
    const proof = await signChallenge(opened, { region: form.region, ...begun.value });
    return proof ? success(proof) : failure("CERTIFICATE_SM2", { field: "file" });
  } catch (error) {
    if (error instanceof CertificateFileError) {
      const wrong = error.code === "CERTIFICATE_PASSPHRASE_WRONG";
      return failure(error.code, { field: wrong ? "passphrase" : "file" });
    }
    // WebCrypto refuses a damaged key by a DOMException.
    if (error instanceof DOMException) {
      return failure("CERTIFICATE_FILE_INVALID", { field: "file" });
    }
    throw error;
  }
}
