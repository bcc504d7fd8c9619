import { answer } from "@/lib/server/oidc/bridge";

/** The OpenID provider (单点登录): business systems and browsers ask it, its library answers. */
export const dynamic = "force-dynamic";

export { answer as GET, answer as POST };
