// A business system (业务系统) in one file: signs people in through the portal by OpenID Connect. See README.md.
import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import { createRemoteJWKSet, jwtVerify } from "jose";
import * as oidc from "openid-client";

const { ISSUER = "http://localhost:3000/oidc", CLIENT_ID, CLIENT_SECRET } = process.env;
const ORIGIN = process.env.ORIGIN ?? "http://localhost:4000";
const SCOPE = "openid profile identity";
const LOGOUT_EVENT = "http://schemas.openid.net/event/backchannel-logout";
const COOKIE = "sample-session";

if (!CLIENT_ID || !CLIENT_SECRET) {
  console.error(
    "请设置 CLIENT_ID、CLIENT_SECRET。 Set CLIENT_ID and CLIENT_SECRET: see README.md.",
  );
  process.exit(1);
}

// Plain http is for a portal on this machine only.
const local = ["localhost", "127.0.0.1"].includes(new URL(ISSUER).hostname);
const config = await oidc.discovery(
  new URL(ISSUER),
  CLIENT_ID,
  CLIENT_SECRET,
  oidc.ClientSecretBasic(CLIENT_SECRET),
  { execute: local ? [oidc.allowInsecureRequests] : [] },
);
const keys = createRemoteJWKSet(new URL(config.serverMetadata().jwks_uri));

/** Sessions by cookie. A real system keeps them in its database, so that several processes share them. */
const sessions = new Map();

const routes = {
  "GET /": showPage,
  "GET /login": beginLogin,
  "GET /callback": finishLogin,
  "POST /refresh": refresh,
  "POST /logout": logOut,
  "POST /backchannel-logout": receiveLogout,
};

createServer(async (request, response) => {
  const url = new URL(request.url ?? "/", ORIGIN);
  const handler = routes[`${request.method} ${url.pathname}`];
  try {
    if (handler) await handler({ request, response, url });
    else send(response, 404, "没有此页 Not found");
  } catch (error) {
    // What the portal answered, e.g. access_denied, without the values it was asked with.
    const reason = error.error ?? error.code ?? error.name;
    console.error(`${request.method} ${url.pathname}: ${reason}`);
    send(response, 400, page(`<p role="alert">未能完成 Failed: ${html(reason)}</p>${SIGN_IN}`));
  }
}).listen(Number(new URL(ORIGIN).port || 80), () => console.log(`示例系统 Sample: ${ORIGIN}`));

/** Also where the portal's functions lead (登录发起地址): `iss` says who asks, `function` what for. */
async function beginLogin({ response, url }) {
  const asked = url.searchParams.get("iss");
  if (asked !== null && asked !== config.serverMetadata().issuer) {
    return send(response, 400, "issuer?");
  }
  const verifier = oidc.randomPKCECodeVerifier();
  const login = { verifier, state: oidc.randomState(), nonce: oidc.randomNonce() };
  const id = randomUUID();
  sessions.set(id, { login, wanted: url.searchParams.get("function") });
  const extra = ["prompt", "max_age", "acr_values"].flatMap((name) => {
    const value = url.searchParams.get(name);
    return value === null ? [] : [[name, value]];
  });
  const to = oidc.buildAuthorizationUrl(config, {
    redirect_uri: `${ORIGIN}/callback`,
    scope: SCOPE,
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
    state: login.state,
    nonce: login.nonce,
    ...Object.fromEntries(extra),
  });
  redirect(response, to.href, id);
}

/** Takes the code, checks state, nonce, issuer, signature and PKCE, and opens a session under a new id. */
async function finishLogin({ request, response, url }) {
  const { id, session } = sessionOf(request);
  if (!session?.login) return redirect(response, "/login");
  sessions.delete(id);
  const { verifier, state, nonce } = session.login;
  const tokens = await oidc.authorizationCodeGrant(config, url, {
    pkceCodeVerifier: verifier,
    expectedState: state,
    expectedNonce: nonce,
    idTokenExpected: true,
  });
  const opened = randomUUID();
  sessions.set(opened, { ...(await readTokens(tokens)), wanted: session.wanted });
  redirect(response, "/", opened);
}

/** Another access token; the refresh token changes with each use. Refused when the person signed out of the portal. */
async function refresh({ request, response }) {
  const { id, session } = sessionOf(request);
  if (!session?.refreshToken) return redirect(response, "/login");
  sessions.delete(id);
  const tokens = await oidc.refreshTokenGrant(config, session.refreshToken);
  sessions.set(id, { ...session, ...(await readTokens(tokens)), refreshed: new Date() });
  redirect(response, "/");
}

async function readTokens(tokens) {
  const { sub, sid } = tokens.claims();
  const person = await oidc.fetchUserInfo(config, tokens.access_token, sub);
  return {
    sub,
    sid,
    claims: { ...tokens.claims(), ...person },
    idToken: tokens.id_token,
    refreshToken: tokens.refresh_token,
  };
}

/** Signs out here, then at the portal (RP-initiated logout). */
function logOut({ request, response }) {
  const { id, session } = sessionOf(request);
  sessions.delete(id);
  const to = oidc.buildEndSessionUrl(config, {
    post_logout_redirect_uri: `${ORIGIN}/`,
    ...(session?.idToken && { id_token_hint: session.idToken }),
  });
  redirect(response, to.href);
}

/** The portal tells that a session ended (back-channel logout): 退出, 冻结, 解除, 身份切换. */
async function receiveLogout({ request, response }) {
  let body = "";
  for await (const chunk of request) body += chunk;
  const token = new URLSearchParams(body).get("logout_token") ?? "";
  const { issuer } = config.serverMetadata();
  const { payload } = await jwtVerify(token, keys, { issuer, audience: CLIENT_ID });
  // A token with a nonce is an ID token somebody passes off as this one.
  if (!payload.events?.[LOGOUT_EVENT] || payload.nonce !== undefined) throw new Error("no logout");
  for (const [id, { sid, sub }] of sessions) {
    const ended = payload.sid === undefined ? sub === payload.sub : sid === payload.sid;
    if (sid !== undefined && ended) sessions.delete(id);
  }
  console.log("后台退出 back-channel logout");
  response.writeHead(200, { "cache-control": "no-store" }).end();
}

const SIGN_IN = `<p><a href="/login">通过电子税务局登录 Sign in</a></p>`;

function showPage({ request, response }) {
  const { session } = sessionOf(request);
  if (!session?.claims) return send(response, 200, page(`<p>未登录 Signed out</p>${SIGN_IN}`));
  const rows = Object.entries(session.claims).map(([name, value]) => {
    const text = typeof value === "object" ? JSON.stringify(value) : String(value);
    return `<tr><th scope="row">${html(name)}</th><td>${html(text)}</td></tr>`;
  });
  send(
    response,
    200,
    page(`
      <p role="status">已登录 Signed in${session.refreshed ? "，已续期 refreshed" : ""}</p>
      ${session.wanted ? `<p>要办理的功能 Function: ${html(session.wanted)}</p>` : ""}
      <table><caption>身份信息 Claims</caption>${rows.join("")}</table>
      <form method="post" action="/refresh"><button>续期 Refresh</button></form>
      <p><a href="/login?prompt=select_account">切换身份 Switch identity</a></p>
      <form method="post" action="/logout"><button>退出 Sign out</button></form>`),
  );
}

function sessionOf(request) {
  const cookies = (request.headers.cookie ?? "").split("; ");
  const id = cookies.find((each) => each.startsWith(`${COOKIE}=`))?.slice(COOKIE.length + 1);
  return { id, session: sessions.get(id) };
}

function redirect(response, location, session) {
  // Lax: the cookie comes along when the portal sends the browser back, and with no form of another site.
  const secure = ORIGIN.startsWith("https:") ? "; Secure" : "";
  const cookie = session && `${COOKIE}=${session}; Path=/; HttpOnly; SameSite=Lax${secure}`;
  response.writeHead(303, { location, ...(cookie && { "set-cookie": cookie }) }).end();
}

function send(response, status, body) {
  response.writeHead(status, {
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-store",
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  });
  response.end(body);
}

function page(main) {
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>示例系统 Sample</title>
    <main><h1>示例系统 Sample</h1>${main}</main></html>`;
}

function html(text) {
  return String(text).replace(/[&<>"']/g, (each) => `&#${each.charCodeAt(0)};`);
}
