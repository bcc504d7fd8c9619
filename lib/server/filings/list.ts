import "server-only";
import type { FilingKind, FilingStatus } from "@/lib/domain/filing-rules";
import { db } from "../db";
import { pageWindow } from "../identities/paging";
import type { CurrentSession } from "../session-store";
import { mayWithdraw, visibleFilings } from "./access";
import { type FilingLine, openFiling } from "./sealed-data";

/** A line of 我的申报事项. */
export type ListedFiling = {
  id: string;
  number: string | null;
  kind: FilingKind;
  status: FilingStatus;
  filedBy: string;
  enterprise: string;
  at: Date;
};

const listed = {
  id: true,
  number: true,
  kind: true,
  status: true,
  updatedAt: true,
  submittedAt: true,
  filedBy: { select: { name: true } },
  enterprise: { select: { name: true } },
} as const;

/** 我的申报事项 of the acting identity, newest first, a page at a time. */
export async function listFilings(
  session: CurrentSession,
  page: number,
): Promise<{ filings: ListedFiling[]; total: number }> {
  const where = visibleFilings(session);
  const [rows, total] = await Promise.all([
    db.filing.findMany({
      where,
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      ...pageWindow(page),
      select: listed,
    }),
    db.filing.count({ where }),
  ]);
  return {
    filings: rows.map(({ filedBy, enterprise, updatedAt, submittedAt, ...row }) => ({
      ...row,
      filedBy: filedBy.name,
      enterprise: enterprise.name,
      at: submittedAt ?? updatedAt,
    })),
    total,
  };
}

/** A filing as its confirmation shows it. */
export type FilingView = ListedFiling & {
  lines: FilingLine[];
  reason: string | null;
  decidedAt: Date | null;
  /** 跨区域涉税事项管理编号 of the project it opened. */
  projectNumber: string | null;
  /** Still for the person to withdraw: filed and not decided. */
  withdrawable: boolean;
};

/** One filing with what was filed; null when the acting identity does not see it. */
export async function filingView(session: CurrentSession, id: string): Promise<FilingView | null> {
  if (id.length > 64) return null;
  const row = await db.filing.findFirst({
    where: { AND: [visibleFilings(session)], id, status: { not: "DRAFT" } },
    select: { ...listed, data: true, reason: true, decidedAt: true, subjectId: true },
  });
  if (!row) return null;
  const { filedBy, enterprise, updatedAt, submittedAt, data, subjectId, ...rest } = row;
  const isProject = rest.kind === "CROSS_REGION_REPORT" || rest.kind === "PROPERTY_SOURCE";
  const project =
    isProject && subjectId
      ? await db.crossRegionProject.findUnique({
          where: { id: subjectId },
          select: { number: true },
        })
      : null;
  return {
    ...rest,
    filedBy: filedBy.name,
    enterprise: enterprise.name,
    at: submittedAt ?? updatedAt,
    lines: openFiling(rest.kind, data)?.lines ?? [],
    projectNumber: project?.number ?? null,
    withdrawable: rest.status === "PENDING" && mayWithdraw(session, rest.kind),
  };
}
