/** Severities that stop a release. */
const GRAVE = ["high", "critical"];

/**
 * What `npm audit --json` said: whether a release may go on, and the sentences to print.
 * @param {string} json what it printed; nothing or an error object when the registry was not reached
 * @returns {{ ok: boolean, lines: string[] }}
 */
export function auditVerdict(json) {
  const report = parsed(json);
  if (!report?.vulnerabilities) {
    const why = report?.error?.code || report?.error?.summary || report?.message || "no answer";
    return {
      ok: true,
      lines: [
        `未能核对依赖漏洞：软件源不可达或不提供漏洞信息（${why}），请在可以访问的环境中重新运行。`,
        `Dependencies not checked: the registry is unreachable or has no advisories (${why}). Run it again where it is.`,
      ],
    };
  }
  const grave = Object.values(report.vulnerabilities).filter(({ severity }) =>
    GRAVE.includes(severity),
  );
  const lines = grave.map(({ name, severity, range }) => `${severity}: ${name} ${range}`);
  const total = Object.keys(report.vulnerabilities).length;
  return {
    ok: grave.length === 0,
    lines: [
      ...lines,
      `高危以上 ${grave.length} 个，共 ${total} 个。 High or critical: ${grave.length} of ${total}.`,
    ],
  };
}

function parsed(json) {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
