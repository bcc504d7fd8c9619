import { z } from "zod";

/**
 * What is known after a certificate identified an enterprise (税务数字证书登录): whose it is, and by which certificate. The person
 * is chosen next, and only then a login flow begins.
 */
export const certificateFlowData = z.object({
  enterpriseId: z.string(),
  /** SHA-256 of the certificate. */
  fingerprint: z.string(),
});

/** Minutes from the certificate to the end of the login: choice of the person, second factor, choice of the role. */
export const CERTIFICATE_FLOW_MINUTES = 20;

/** Address where the person is chosen (办税人员选择). */
export function certificatePath(region: string, flow: string): string {
  return `/${region}/login/certificate?flow=${flow}`;
}
