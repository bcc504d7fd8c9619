import "server-only";
import { failure, type Result, success } from "@/lib/domain/result";
import { FACE_SECONDS } from "@/lib/domain/scan-ticket";
import { loginStep } from "@/lib/flows/login";
import { registerStep } from "@/lib/flows/register";
import { unlockFlowData } from "@/lib/flows/unlock";
import { type PhoneApp, realNameApps, registrationApps } from "@/lib/regions/apps";
import { db } from "../db";
import { servedRegion } from "../fixed-region";
import { boundBrowserHash, readFlow } from "../flow-store";
import { readLoginFlow } from "../login/login-flow";
import { reveal } from "../protect";
import { readRegisterFlow } from "../registration/register-flow";
import type { RequestContext } from "../request";
import type { CurrentSession } from "../session-store";
import { beginElsewhere } from "./provider-step";
import { createTicket, type ScanCode, type TicketRequest } from "./tickets";

const NOTHING: Pick<TicketRequest, "entry" | "flowId" | "personId" | "sessionId"> = {
  entry: null,
  flowId: null,
  personId: null,
  sessionId: null,
};

/** A code for a flow under way. */
type FlowCode = { region: string; flow: string; app: PhoneApp; consent?: boolean };

/** The code of 扫码登录 beside the login form. */
export async function loginCode(
  { region, app, specific }: { region: string; app: PhoneApp; specific: boolean },
  context: RequestContext,
): Promise<Result<ScanCode>> {
  const profile = servedRegion(region);
  const offered = profile?.scanLoginApps.some((each) => each === app);
  if (!offered || (specific && app !== "TAX")) return failure("APP_NOT_OFFERED");
  const entry = specific ? ("SPECIFIC" as const) : null;
  const code = await createTicket({ ...NOTHING, purpose: "LOGIN", app, region, entry }, context);
  return success(code);
}

/** The code of 扫脸验证 on the page 身份验证, for the person of that login. */
export async function loginFaceCode(
  { region, flow, app }: { region: string; flow: string; app: PhoneApp },
  context: RequestContext,
): Promise<Result<ScanCode>> {
  const read = await readLoginFlow(region, flow, context.now);
  if (!read.ok) return read;
  const { id, data, entry, profile } = read.value;
  if (loginStep(data) !== "VERIFY") return failure("FLOW_EXPIRED");
  if (!profile.faceApps.some((each) => each === app)) return failure("APP_NOT_OFFERED");
  const { personId } = data;
  return success(
    await createTicket(
      { ...NOTHING, purpose: "LOGIN", app, region, entry, flowId: id, personId },
      context,
    ),
  );
}

/** The code of 刷脸解锁, for the person named before (山东 12). */
export async function unlockCode(
  { region, flow, app }: { region: string; flow: string; app: PhoneApp },
  context: RequestContext,
): Promise<Result<ScanCode>> {
  const profile = servedRegion(region);
  const offered =
    profile?.unlockWays.includes("FACE") && profile.faceApps.some((each) => each === app);
  if (!offered) return failure("APP_NOT_OFFERED");
  const { now } = context;
  const read = await readFlow(flow, { kind: "UNLOCK", region, schema: unlockFlowData, now });
  if (!read.ok) return read;
  const { personId } = read.value.data;
  const request = { ...NOTHING, purpose: "UNLOCK" as const, app, region, personId, flowId: flow };
  return success(await createTicket(request, context));
}

/**
 * The code of 人脸识别认证 in a registration: by an APP that needs no login (R1), or 支付宝 and 微信 on their own page where they are
 * connected, with `consent` (R6).
 */
export async function registerFaceCode(
  { region, flow, app, consent = false }: FlowCode,
  context: RequestContext,
): Promise<Result<ScanCode>> {
  const read = await readRegisterFlow(region, flow, context.now);
  if (!read.ok) return read;
  const { id, data, profile } = read.value;
  if (registerStep(data) !== "FACE") return failure("REGISTRATION_EXPIRED");
  if (!registrationApps(profile).includes(app)) return failure("APP_NOT_OFFERED");
  const whom = {
    key: data.documentNumberIndex,
    name: data.name,
    documentType: data.documentType,
    documentNumber: reveal("Person.documentNumber", data.documentNumberCipher),
    accountId: null,
  };
  const purpose = "REGISTER" as const;
  const begun = await beginElsewhere({ app, whom, purpose, region: profile, consent }, context.now);
  if (!begun.ok) return begun;
  const request = { ...NOTHING, purpose, app, region, flowId: id };
  return success(await createTicket(request, context, begun.value));
}

/**
 * The code that raises the real-name level of a signed-in person, or proves a face for what they are about to do. 支付宝 and
 * 微信 verify by their own page where they are connected; `consent` is that name and number may be given to them.
 */
export async function realNameCode(
  { app, stepUp, consent = false }: { app: PhoneApp; stepUp: boolean; consent?: boolean },
  context: RequestContext & { session: CurrentSession },
): Promise<Result<ScanCode>> {
  const { session } = context;
  const profile = servedRegion(session.region);
  if (!profile || !realNameApps(profile).includes(app)) return failure("APP_NOT_OFFERED");
  const { personId } = session;
  const purpose = stepUp ? ("STEP_UP" as const) : ("REAL_NAME" as const);
  const begun = await beginElsewhere(
    { app, whom: personId, purpose, region: profile, consent },
    context.now,
  );
  if (!begun.ok) return begun;
  return success(
    await createTicket(
      {
        ...NOTHING,
        purpose,
        app,
        region: session.region,
        entry: session.entry,
        personId,
        sessionId: session.id,
      },
      context,
      begun.value,
    ),
  );
}

/**
 * A face check on the very phone that signs in to an APP: a ticket this browser has shown, scanned and matched at once.
 */
export async function ownFaceTicket(
  { region, flow }: { region: string; flow: string },
  context: RequestContext,
): Promise<Result<{ link: string; ticket: string }>> {
  const read = await readLoginFlow(region, flow, context.now);
  if (!read.ok) return read;
  const { app } = read.value.data;
  if (!app) return failure("APP_NOT_OFFERED");
  const code = await loginFaceCode({ region, flow, app: "TAX" }, context);
  if (!code.ok) return code;
  const { id, link } = code.value;
  const { now } = context;
  await db.scanTicket.updateMany({
    where: { id, status: "CREATED" },
    data: {
      status: "SCANNED",
      scannedAt: now,
      matchedAt: now,
      phoneHash: await boundBrowserHash(),
      expiresAt: new Date(now.getTime() + FACE_SECONDS * 1000),
    },
  });
  return success({ link, ticket: id });
}
