-- AlterTable
ALTER TABLE "AgreementStaff" ADD COLUMN "lastUsedAt" DATETIME;

-- AlterTable
ALTER TABLE "Message" ADD COLUMN "reportHash" TEXT;

-- CreateTable
CREATE TABLE "Filing" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "number" TEXT,
    "kind" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'DRAFT',
    "region" TEXT NOT NULL,
    "enterpriseId" TEXT NOT NULL,
    "filedById" TEXT NOT NULL,
    "data" TEXT NOT NULL,
    "subjectId" TEXT,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL,
    "submittedAt" DATETIME,
    "decidedAt" DATETIME,
    "decidedById" TEXT,
    "reason" TEXT,
    CONSTRAINT "Filing_enterpriseId_fkey" FOREIGN KEY ("enterpriseId") REFERENCES "Enterprise" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Filing_filedById_fkey" FOREIGN KEY ("filedById") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Filing_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "Officer" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Incident" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "number" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "messageId" TEXT,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closedAt" DATETIME,
    CONSTRAINT "Incident_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Incident_messageId_fkey" FOREIGN KEY ("messageId") REFERENCES "Message" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "FavouriteIdentity" (
    "personId" TEXT NOT NULL,
    "identity" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,

    PRIMARY KEY ("personId", "identity"),
    CONSTRAINT "FavouriteIdentity_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Relation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "enterpriseId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "primary" BOOLEAN NOT NULL DEFAULT true,
    "status" TEXT NOT NULL,
    "living" BOOLEAN,
    "source" TEXT NOT NULL,
    "validFrom" TEXT,
    "validTo" TEXT,
    "frozenAt" DATETIME,
    "inRegistry" BOOLEAN NOT NULL DEFAULT true,
    "legacyOnly" BOOLEAN NOT NULL DEFAULT false,
    "registryMobileCipher" TEXT,
    "registryMobileIndex" TEXT,
    "registryLandline" TEXT,
    "handlerPasswordHash" TEXT,
    "handlerPasswordState" TEXT NOT NULL DEFAULT 'CHOSEN',
    "passwordBound" BOOLEAN NOT NULL DEFAULT false,
    "hiddenForPersonAt" DATETIME,
    "hiddenForEnterpriseAt" DATETIME,
    "lastUsedAt" DATETIME,
    "decidedAt" DATETIME,
    "succeedsId" TEXT,
    "expiryWarnedAt" DATETIME,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "Relation_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Relation_enterpriseId_fkey" FOREIGN KEY ("enterpriseId") REFERENCES "Enterprise" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Relation_succeedsId_fkey" FOREIGN KEY ("succeedsId") REFERENCES "Relation" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
INSERT INTO "new_Relation" ("createdAt", "decidedAt", "enterpriseId", "frozenAt", "handlerPasswordHash", "handlerPasswordState", "hiddenForEnterpriseAt", "hiddenForPersonAt", "id", "inRegistry", "lastUsedAt", "legacyOnly", "living", "passwordBound", "personId", "primary", "registryLandline", "registryMobileCipher", "registryMobileIndex", "role", "source", "status", "updatedAt", "validFrom", "validTo") SELECT "createdAt", "decidedAt", "enterpriseId", "frozenAt", "handlerPasswordHash", "handlerPasswordState", "hiddenForEnterpriseAt", "hiddenForPersonAt", "id", "inRegistry", "lastUsedAt", "legacyOnly", "living", "passwordBound", "personId", "primary", "registryLandline", "registryMobileCipher", "registryMobileIndex", "role", "source", "status", "updatedAt", "validFrom", "validTo" FROM "Relation";
DROP TABLE "Relation";
ALTER TABLE "new_Relation" RENAME TO "Relation";
CREATE INDEX "Relation_enterpriseId_living_status_idx" ON "Relation"("enterpriseId", "living", "status");
CREATE INDEX "Relation_living_validTo_idx" ON "Relation"("living", "validTo");
CREATE UNIQUE INDEX "Relation_personId_enterpriseId_role_living_key" ON "Relation"("personId", "enterpriseId", "role", "living");
CREATE TABLE "new_FaceReference" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT,
    "flowId" TEXT,
    "source" TEXT NOT NULL,
    "templateCipher" TEXT NOT NULL,
    "photoCipher" TEXT NOT NULL,
    "consentedAt" DATETIME NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" DATETIME,
    CONSTRAINT "FaceReference_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
INSERT INTO "new_FaceReference" ("consentedAt", "createdAt", "deletedAt", "id", "personId", "photoCipher", "source", "templateCipher") SELECT "consentedAt", "createdAt", "deletedAt", "id", "personId", "photoCipher", "source", "templateCipher" FROM "FaceReference";
DROP TABLE "FaceReference";
ALTER TABLE "new_FaceReference" RENAME TO "FaceReference";
CREATE UNIQUE INDEX "FaceReference_flowId_key" ON "FaceReference"("flowId");
CREATE INDEX "FaceReference_personId_idx" ON "FaceReference"("personId");
CREATE UNIQUE INDEX "FaceReference_personId_living_key" ON "FaceReference"("personId") WHERE "deletedAt" IS NULL;
CREATE TABLE "new_FaceCheck" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT,
    "flowId" TEXT,
    "purpose" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "prompts" TEXT NOT NULL,
    "withDocument" BOOLEAN NOT NULL DEFAULT false,
    "startedAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "consumedAt" DATETIME,
    "outcome" TEXT,
    CONSTRAINT "FaceCheck_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
INSERT INTO "new_FaceCheck" ("consumedAt", "expiresAt", "id", "outcome", "personId", "prompts", "purpose", "region", "startedAt", "withDocument") SELECT "consumedAt", "expiresAt", "id", "outcome", "personId", "prompts", "purpose", "region", "startedAt", "withDocument" FROM "FaceCheck";
DROP TABLE "FaceCheck";
ALTER TABLE "new_FaceCheck" RENAME TO "FaceCheck";
CREATE INDEX "FaceCheck_personId_idx" ON "FaceCheck"("personId");
CREATE INDEX "FaceCheck_expiresAt_idx" ON "FaceCheck"("expiresAt");
CREATE TABLE "new_LoginSession" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "tokenHash" TEXT NOT NULL,
    "instance" TEXT NOT NULL,
    "app" TEXT,
    "personId" TEXT,
    "officerId" TEXT,
    "region" TEXT NOT NULL,
    "entry" TEXT,
    "relationId" TEXT,
    "agreementStaffId" TEXT,
    "projectId" TEXT,
    "identityVersion" INTEGER NOT NULL DEFAULT 1,
    "proofs" TEXT NOT NULL,
    "userAgent" TEXT NOT NULL,
    "place" TEXT NOT NULL DEFAULT '',
    "deviceHash" TEXT,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeenAt" DATETIME NOT NULL,
    "revokedAt" DATETIME,
    "revokedReason" TEXT,
    CONSTRAINT "LoginSession_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "LoginSession_officerId_fkey" FOREIGN KEY ("officerId") REFERENCES "Officer" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "LoginSession_relationId_fkey" FOREIGN KEY ("relationId") REFERENCES "Relation" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "LoginSession_agreementStaffId_fkey" FOREIGN KEY ("agreementStaffId") REFERENCES "AgreementStaff" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "LoginSession_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "CrossRegionProject" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
INSERT INTO "new_LoginSession" ("agreementStaffId", "app", "createdAt", "entry", "id", "identityVersion", "instance", "lastSeenAt", "officerId", "personId", "projectId", "proofs", "region", "relationId", "revokedAt", "revokedReason", "tokenHash", "userAgent") SELECT "agreementStaffId", "app", "createdAt", "entry", "id", "identityVersion", "instance", "lastSeenAt", "officerId", "personId", "projectId", "proofs", "region", "relationId", "revokedAt", "revokedReason", "tokenHash", "userAgent" FROM "LoginSession";
DROP TABLE "LoginSession";
ALTER TABLE "new_LoginSession" RENAME TO "LoginSession";
CREATE UNIQUE INDEX "LoginSession_tokenHash_key" ON "LoginSession"("tokenHash");
CREATE INDEX "LoginSession_personId_revokedAt_idx" ON "LoginSession"("personId", "revokedAt");
CREATE INDEX "LoginSession_officerId_idx" ON "LoginSession"("officerId");
CREATE INDEX "LoginSession_relationId_idx" ON "LoginSession"("relationId");
CREATE INDEX "LoginSession_agreementStaffId_idx" ON "LoginSession"("agreementStaffId");
CREATE INDEX "LoginSession_projectId_idx" ON "LoginSession"("projectId");
CREATE INDEX "LoginSession_createdAt_idx" ON "LoginSession"("createdAt");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE UNIQUE INDEX "Filing_number_key" ON "Filing"("number");

-- CreateIndex
CREATE INDEX "Filing_enterpriseId_createdAt_idx" ON "Filing"("enterpriseId", "createdAt");

-- CreateIndex
CREATE INDEX "Filing_region_status_submittedAt_idx" ON "Filing"("region", "status", "submittedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Incident_number_key" ON "Incident"("number");

-- CreateIndex
CREATE INDEX "Incident_personId_idx" ON "Incident"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Incident_messageId_key" ON "Incident"("messageId");

-- CreateIndex
CREATE UNIQUE INDEX "Message_reportHash_key" ON "Message"("reportHash");

-- CreateIndex
CREATE INDEX "Message_personId_readAt_idx" ON "Message"("personId", "readAt");
