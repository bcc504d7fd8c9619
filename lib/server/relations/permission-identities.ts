import "server-only";
import { isGrantable } from "@/lib/domain/grantable-functions";
import { failure, type Result, success } from "@/lib/domain/result";
import { appendAudit } from "../audit";
import { db, isUniqueViolation, type Tx, transaction } from "../db";
import type { RequestContext } from "../request";
import type { CurrentSession } from "../session-store";
import { managing, stillManaging } from "./managing";

type SignedIn = RequestContext & { session: CurrentSession };

/** 权限身份 with its functions and how many people hold it. */
export type PermissionIdentityRow = {
  id: string;
  name: string;
  description: string;
  functions: string[];
  holders: number;
};

/** The permission identities of an enterprise (权限身份, E4), by name. */
export async function permissionIdentities(enterpriseId: string): Promise<PermissionIdentityRow[]> {
  const rows = await db.permissionIdentity.findMany({
    where: { enterpriseId },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: {
      id: true,
      name: true,
      description: true,
      functions: { select: { functionCode: true } },
      _count: { select: { relations: { where: { relation: { living: true } } } } },
    },
  });
  return rows.map(({ functions, _count, ...row }) => ({
    ...row,
    functions: functions.map(({ functionCode }) => functionCode),
    holders: _count.relations,
  }));
}

/**
 * 保存 of a permission identity, a new one when its id is empty (辽宁 二: 权限身份名称, 权限描述, 功能树). Holders have the changed
 * functions at once. Problems: FUNCTION_UNKNOWN, PERMISSION_IDENTITY_EXISTS, PERMISSION_IDENTITY_NOT_FOUND, those of `managing`.
 */
export async function savePermissionIdentity(
  form: {
    permissionIdentityId: string;
    name: string;
    description: string;
    functions: string[];
    identityVersion: number;
  },
  { session, now }: SignedIn,
): Promise<Result> {
  const manager = managing(session, form.identityVersion);
  if (!manager.ok) return manager;
  const codes = [...new Set(form.functions)];
  if (!codes.every(isGrantable)) return failure("FUNCTION_UNKNOWN", { field: "functions" });
  const { enterprise, region, where } = manager.value;
  const { name, description } = form;
  try {
    return await transaction<Result>(async (tx) => {
      if (!(await stillManaging(tx, manager.value))) return failure("ONLY_MANAGERS");
      const id = form.permissionIdentityId;
      if (id) {
        const { count } = await tx.permissionIdentity.updateMany({
          where: { id, ...where },
          data: { name, description },
        });
        if (count === 0) return failure("PERMISSION_IDENTITY_NOT_FOUND");
      }
      const saved = id
        ? { id }
        : await tx.permissionIdentity.create({
            data: { enterpriseId: enterprise.id, name, description, createdAt: now },
            select: { id: true },
          });
      await tx.permissionIdentityFunction.deleteMany({ where: { permissionIdentityId: saved.id } });
      await tx.permissionIdentityFunction.createMany({
        data: codes.map((functionCode) => ({ permissionIdentityId: saved.id, functionCode })),
      });
      await appendAudit(tx, {
        at: now,
        action: "SAVE_PERMISSION_IDENTITY",
        outcome: "OK",
        region,
        actorKind: "PERSON",
        actorId: session.personId,
        enterpriseId: enterprise.id,
        subjectKind: "PermissionIdentity",
        subjectId: saved.id,
        detail: { functions: codes.join(" ") },
      });
      return success();
    });
  } catch (error) {
    if (!isUniqueViolation(error, "enterpriseId", "name")) throw error;
    return failure("PERMISSION_IDENTITY_EXISTS", { field: "name" });
  }
}

/** Holders named in a refusal; more are counted. */
const HOLDERS_NAMED = 3;

const held = { relations: { some: { relation: { living: true } } } };

/** Who holds a permission identity, in words: 张三、李四等5人. */
async function holdersOf(tx: Tx, permissionIdentityId: string): Promise<string> {
  const where = { living: true, identities: { some: { permissionIdentityId } } };
  const rows = await tx.relation.findMany({
    where,
    orderBy: { id: "asc" },
    take: HOLDERS_NAMED,
    select: { person: { select: { name: true } } },
  });
  const names = rows.map(({ person }) => person.name).join("、");
  const total = await tx.relation.count({ where });
  return total > rows.length ? `${names}等${total}人` : names;
}

/**
 * 删除 of a permission identity, while nobody holds it: 授权 takes it from them first. Problems: PERMISSION_IDENTITY_HELD with
 * `holders`, PERMISSION_IDENTITY_NOT_FOUND, those of `managing`.
 */
export async function deletePermissionIdentity(
  form: { permissionIdentityId: string; identityVersion: number },
  { session, now }: SignedIn,
): Promise<Result> {
  const manager = managing(session, form.identityVersion);
  if (!manager.ok) return manager;
  const { enterprise, region, where } = manager.value;
  return transaction<Result>(async (tx) => {
    const identity = { id: form.permissionIdentityId, ...where };
    const { count } = await tx.permissionIdentity.deleteMany({ where: { ...identity, NOT: held } });
    if (count === 0) {
      const there = (await tx.permissionIdentity.count({ where: identity })) > 0;
      if (!there) return failure("PERMISSION_IDENTITY_NOT_FOUND");
      const holders = await holdersOf(tx, form.permissionIdentityId);
      return failure("PERMISSION_IDENTITY_HELD", { params: { holders } });
    }
    await appendAudit(tx, {
      at: now,
      action: "DELETE_PERMISSION_IDENTITY",
      outcome: "OK",
      region,
      actorKind: "PERSON",
      actorId: session.personId,
      enterpriseId: enterprise.id,
      subjectKind: "PermissionIdentity",
      subjectId: form.permissionIdentityId,
    });
    return success();
  });
}
