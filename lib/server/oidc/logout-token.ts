import "server-only";
import { createPrivateKey, randomUUID, sign } from "node:crypto";
import { db } from "../db";
import { pairwiseSub } from "./claims";
import { registeredSector } from "./clients";
import { issuer } from "./issuer";
import { keySet } from "./keys";

/** Minutes a logout token is good for. */
const MINUTES = 2;

const EVENT = "http://schemas.openid.net/event/backchannel-logout";

/**
 * A logout token (注销令牌, Back-Channel Logout 1.0, 2.4), signed by the key that signs now: whose session is over at which client. Null
 * when the client is gone. Not made by the provider library, whose clients have to be enabled.
 */
export async function logoutToken(
  { clientId, personId, sid }: { clientId: string; personId: string; sid: string },
  now: Date,
): Promise<string | null> {
  const client = await db.oidcClient.findUnique({ where: { id: clientId } });
  const [key] = (await keySet(now)).keys;
  if (!client || !key) return null;
  const iat = Math.floor(now.getTime() / 1000);
  const header = { alg: "RS256", typ: "logout+jwt", kid: key.kid };
  const payload = {
    iss: issuer(),
    aud: clientId,
    sub: client.pairwise ? pairwiseSub(personId, registeredSector(client)) : personId,
    sid,
    iat,
    exp: iat + MINUTES * 60,
    jti: randomUUID(),
    events: { [EVENT]: {} },
  };
  const text = `${encode(header)}.${encode(payload)}`;
  const privateKey = createPrivateKey({ key: { ...key }, format: "jwk" });
  return `${text}.${sign("sha256", Buffer.from(text), privateKey).toString("base64url")}`;
}

function encode(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString("base64url");
}
