import type { Metadata, Viewport } from "next";
import { PhoneShell } from "@/components/layout/phone-shell";
import { appName, appSlug } from "@/lib/regions/apps";
import { findRegion } from "@/lib/regions/list";
import { findTicket } from "@/lib/server/scan/tickets";
import { ScanSteps } from "./_components/scan-steps";

export const metadata: Metadata = { title: "扫码确认", robots: { index: false } };

export const viewport: Viewport = {
  colorScheme: "light dark",
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
};

/** Where a scanned code leads, from any camera (Q1). Looking at it changes nothing: link previews look, too. */
export default async function ScanPage({ params }: { params: Promise<{ ticket: string }> }) {
  const { ticket: secret } = await params;
  const ticket = await findTicket(secret);
  const region = ticket && findRegion(ticket.region);
  const name = ticket && region ? appName(ticket.app, region) : "扫码确认";
  const home = ticket ? `/app/${appSlug(ticket.app)}` : "/app/tax";
  return (
    <PhoneShell name={name} home={home} accent={region?.accent}>
      <ScanSteps
        secret={secret}
        bureauName={region?.bureauName ?? ""}
        home={home}
        portal={`/${region?.slug ?? ""}`}
        filmAllowed={process.env.NODE_ENV !== "production"}
      />
    </PhoneShell>
  );
}
