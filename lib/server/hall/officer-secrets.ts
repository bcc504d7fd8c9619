import "server-only";

/** An officer's password counts by the number typed, whether or not anybody has it: the answer tells nothing. */
export const passwordSecret = (employeeNumber: string) =>
  ({ kind: "OFFICER", id: employeeNumber }) as const;

/** The text messages of an officer's logins count together. */
export const codeSecret = (officerId: string) => ({ kind: "OFFICER_CODE", id: officerId }) as const;
