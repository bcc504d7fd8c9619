"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { appSlug, findApp, hasLogin } from "@/lib/regions/apps";
import { confirmTicketForm, ownFaceForm, ticketForm } from "@/lib/schemas/scan";
import { action } from "@/lib/server/action";
import { companionAuth } from "@/lib/server/companion/auth";
import { beginCollection } from "@/lib/server/companion/collect";
import { openScanned } from "@/lib/server/companion/open-scanned";
import { rememberCompanionRegion } from "@/lib/server/companion/region";
import { companionSession } from "@/lib/server/companion/session";
import { ownFaceTicket } from "@/lib/server/scan/create";
import { beginFace } from "@/lib/server/scan/face-step";
import { cancelOnPhone, confirmOnPhone } from "@/lib/server/scan/phone";
import { endSession } from "@/lib/server/sign-out";

const anyone = "ANYONE" as const;

const open = action({ input: ticketForm, allow: anyone }, openScanned);
const confirm = action({ input: confirmTicketForm, allow: anyone }, confirmOnPhone);
const cancel = action({ input: ticketForm, allow: anyone }, cancelOnPhone);
const face = action({ input: ticketForm, allow: anyone }, beginFace);
const ownFace = action({ input: ownFaceForm, allow: anyone }, ownFaceTicket);
const collection = action(
  { input: z.object({ app: z.enum(["TAX", "IIT", "LICENSE"]) }), allow: anyone },
  beginCollection,
);

/** A scanned code opens on the phone. */
export async function openTicketAction(input: unknown) {
  return open(input);
}

/** 「确认登录」 with the chosen number. */
export async function confirmTicketAction(input: unknown) {
  return confirm(input);
}

/** 「取消」. */
export async function cancelTicketAction(input: unknown) {
  return cancel(input);
}

/** 「开始扫脸」 for a scanned code. */
export async function beginFaceAction(input: unknown) {
  return face(input);
}

/** 扫脸 as second factor on the phone that signs in to an APP. */
export async function ownFaceAction(input: unknown) {
  return ownFace(input);
}

/** The live part of 采集实名信息. */
export async function beginCollectionAction(input: unknown) {
  return collection(input);
}

/** 办理地区 of the APP. */
export async function chooseRegionAction(slug: string, form: FormData): Promise<void> {
  const app = findApp(String(slug));
  await rememberCompanionRegion(String(form.get("region")));
  redirect(app ? `/app/${appSlug(app)}` : "/");
}

/** 「退出」: ends the APP's session on the server and on the phone. */
export async function signOutOfAppAction(slug: string): Promise<void> {
  const app = findApp(String(slug));
  if (!app || !hasLogin(app)) redirect("/");
  const session = await companionSession(app);
  if (session) await endSession({ session, now: new Date() });
  await companionAuth(app).signOut({ redirect: false });
  redirect(`/app/${appSlug(app)}`);
}
