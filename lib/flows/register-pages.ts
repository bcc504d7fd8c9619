export type RegisterStep = "DETAILS" | "FACE" | "CONFIRM";

const PAGES: Record<RegisterStep, string> = {
  DETAILS: "details",
  FACE: "face",
  CONFIRM: "confirm",
};

/** Address of one step of a registration (用户注册). Apart from the flow's data, so that forms do not bring its schema along. */
export function registerStepPath(
  region: string,
  flow: string,
  step: RegisterStep | "DONE",
): string {
  return `/${region}/register/${step === "DONE" ? "done" : PAGES[step]}?flow=${flow}`;
}

/** Address of the page of a registration that begins with the phone, until it knows the person. */
export function registerPhonePath(region: string, flow: string): string {
  return `/${region}/register/phone?flow=${flow}`;
}
