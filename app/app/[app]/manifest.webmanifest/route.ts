import { notFound } from "next/navigation";
import { appName, findApp } from "@/lib/regions/apps";
import { companionRegion } from "@/lib/server/companion/region";

/** What the phone needs to install the application (Q1). */
export async function GET(_request: Request, { params }: { params: Promise<{ app: string }> }) {
  const { app: slug } = await params;
  const app = findApp(slug) ?? notFound();
  const region = (await companionRegion(app)) ?? notFound();
  const name = appName(app, region);
  const icon = (size: number, purpose: string) => ({
    src: `/app/icons/${slug}-${size}.png`,
    sizes: `${size}x${size}`,
    type: "image/png",
    purpose,
  });
  return Response.json(
    {
      id: `/app/${slug}`,
      name,
      short_name: name.replace(/（.*）$/, ""),
      lang: "zh-CN",
      start_url: `/app/${slug}`,
      scope: "/app/",
      display: "standalone",
      orientation: "portrait",
      background_color: "#ffffff",
      theme_color: "#1f4fa3",
      icons: [icon(192, "any"), icon(512, "any"), icon(512, "maskable")],
    },
    { headers: { "Content-Type": "application/manifest+json", "Cache-Control": "no-cache" } },
  );
}
