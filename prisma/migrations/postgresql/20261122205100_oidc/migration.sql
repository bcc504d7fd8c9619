-- CreateEnum
CREATE TYPE "OidcClientKind" AS ENUM ('FIRST_PARTY', 'THIRD_PARTY');

-- CreateEnum
CREATE TYPE "OidcAuthMethod" AS ENUM ('CLIENT_SECRET_BASIC', 'PRIVATE_KEY_JWT');

-- CreateTable
CREATE TABLE "OidcClient" (
    "id" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "businessSystem" TEXT,
    "kind" "OidcClientKind" NOT NULL,
    "authMethod" "OidcAuthMethod" NOT NULL,
    "secretHash" TEXT,
    "jwks" TEXT,
    "redirectUris" TEXT NOT NULL,
    "postLogoutRedirectUris" TEXT NOT NULL,
    "backchannelLogoutUri" TEXT,
    "loginUri" TEXT,
    "functions" TEXT NOT NULL,
    "pairwise" BOOLEAN NOT NULL DEFAULT false,
    "sectorIdentifier" TEXT,
    "disabledAt" TIMESTAMP(3),
    "createdById" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "OidcClient_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OidcRecord" (
    "model" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "payload" TEXT NOT NULL,
    "grantId" TEXT,
    "uid" TEXT,
    "consumedAt" TIMESTAMP(3),
    "expiresAt" TIMESTAMP(3),

    CONSTRAINT "OidcRecord_pkey" PRIMARY KEY ("model","id")
);

-- CreateTable
CREATE TABLE "OidcKey" (
    "kid" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "algorithm" TEXT NOT NULL,
    "keyCipher" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "retiredAt" TIMESTAMP(3),

    CONSTRAINT "OidcKey_pkey" PRIMARY KEY ("kid")
);

-- CreateTable
CREATE TABLE "OidcGrant" (
    "id" TEXT NOT NULL,
    "clientId" TEXT NOT NULL,
    "sessionId" TEXT NOT NULL,
    "identityVersion" INTEGER NOT NULL,
    "sid" TEXT NOT NULL,
    "authTime" TIMESTAMP(3) NOT NULL,
    "acr" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "endedAt" TIMESTAMP(3),
    "endedReason" TEXT,

    CONSTRAINT "OidcGrant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OidcLogoutDelivery" (
    "id" TEXT NOT NULL,
    "grantId" TEXT NOT NULL,
    "clientId" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "nextAt" TIMESTAMP(3),
    "deliveredAt" TIMESTAMP(3),
    "problem" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "OidcLogoutDelivery_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "OidcClient_region_businessSystem_idx" ON "OidcClient"("region", "businessSystem");

-- CreateIndex
CREATE INDEX "OidcClient_createdById_idx" ON "OidcClient"("createdById");

-- CreateIndex
CREATE INDEX "OidcRecord_grantId_idx" ON "OidcRecord"("grantId");

-- CreateIndex
CREATE INDEX "OidcRecord_uid_idx" ON "OidcRecord"("uid");

-- CreateIndex
CREATE INDEX "OidcRecord_expiresAt_idx" ON "OidcRecord"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "OidcKey_number_key" ON "OidcKey"("number");

-- CreateIndex
CREATE INDEX "OidcGrant_clientId_idx" ON "OidcGrant"("clientId");

-- CreateIndex
CREATE INDEX "OidcGrant_sessionId_endedAt_idx" ON "OidcGrant"("sessionId", "endedAt");

-- CreateIndex
CREATE INDEX "OidcGrant_endedAt_idx" ON "OidcGrant"("endedAt");

-- CreateIndex
CREATE INDEX "OidcLogoutDelivery_clientId_idx" ON "OidcLogoutDelivery"("clientId");

-- CreateIndex
CREATE INDEX "OidcLogoutDelivery_nextAt_idx" ON "OidcLogoutDelivery"("nextAt");

-- CreateIndex
CREATE UNIQUE INDEX "OidcLogoutDelivery_grantId_key" ON "OidcLogoutDelivery"("grantId");

-- AddForeignKey
ALTER TABLE "OidcClient" ADD CONSTRAINT "OidcClient_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "Officer"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OidcGrant" ADD CONSTRAINT "OidcGrant_clientId_fkey" FOREIGN KEY ("clientId") REFERENCES "OidcClient"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OidcGrant" ADD CONSTRAINT "OidcGrant_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "LoginSession"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OidcLogoutDelivery" ADD CONSTRAINT "OidcLogoutDelivery_grantId_fkey" FOREIGN KEY ("grantId") REFERENCES "OidcGrant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OidcLogoutDelivery" ADD CONSTRAINT "OidcLogoutDelivery_clientId_fkey" FOREIGN KEY ("clientId") REFERENCES "OidcClient"("id") ON DELETE CASCADE ON UPDATE CASCADE;
