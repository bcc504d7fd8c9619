import { expect, test } from "vitest";
import { type AgreementFacts, agreementProblem } from "@/lib/domain/agreement-rules";

const TODAY = "2026-11-22";
type Status = AgreementFacts["status"];

const STATUSES: Status[] = ["PENDING_CLIENT", "ACTIVE", "EXPIRED", "TERMINATED", "VOID"];

/** Problem of each status in the order above, by period. */
const TABLE = [
  {
    period: { validFrom: null, validTo: null },
    problems: ["AGREEMENT_WAITING", null, "AGREEMENT_EXPIRED"],
  },
  {
    period: { validFrom: TODAY, validTo: TODAY },
    problems: ["AGREEMENT_WAITING", null, "AGREEMENT_EXPIRED"],
  },
  {
    period: { validFrom: "2025-01-01", validTo: "2026-11-21" },
    problems: ["AGREEMENT_EXPIRED", "AGREEMENT_EXPIRED", "AGREEMENT_EXPIRED"],
  },
  {
    period: { validFrom: "2026-11-23", validTo: null },
    problems: ["AGREEMENT_WAITING", "AGREEMENT_NOT_YET_VALID", "AGREEMENT_EXPIRED"],
  },
];

test.each(TABLE)("L7 agreements of $period.validFrom to $period.validTo", (row) => {
  const problems = STATUSES.map((status) => agreementProblem({ status, ...row.period }, TODAY));
  expect(problems).toEqual([...row.problems, "AGREEMENT_TERMINATED", "AGREEMENT_TERMINATED"]);
});
