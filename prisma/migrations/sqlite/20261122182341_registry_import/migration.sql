-- CreateTable
CREATE TABLE "RegistryContact" (
    "personId" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "mobileCipher" TEXT,
    "mobileIndex" TEXT,
    "landlineCipher" TEXT,
    "updatedAt" DATETIME NOT NULL,

    PRIMARY KEY ("personId", "region"),
    CONSTRAINT "RegistryContact_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ImportRun" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "region" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'WAITING_FILE',
    "reason" TEXT NOT NULL,
    "requestedById" TEXT NOT NULL,
    "approvedById" TEXT,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    "finishedAt" DATETIME,
    "fileNumber" INTEGER NOT NULL DEFAULT 0,
    "fileBytes" INTEGER NOT NULL DEFAULT 0,
    "readBytes" INTEGER NOT NULL DEFAULT 0,
    "encoding" TEXT,
    "fileKeyCipher" TEXT,
    "leaseUntil" DATETIME,
    "lastLine" INTEGER NOT NULL DEFAULT 0,
    "lineCount" INTEGER NOT NULL DEFAULT 0,
    "errorCount" INTEGER NOT NULL DEFAULT 0,
    "newCount" INTEGER NOT NULL DEFAULT 0,
    "knownCount" INTEGER NOT NULL DEFAULT 0,
    "skippedCount" INTEGER NOT NULL DEFAULT 0,
    "blankedCount" INTEGER NOT NULL DEFAULT 0
);

-- CreateTable
CREATE TABLE "ImportRow" (
    "runId" TEXT NOT NULL,
    "line" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "skipped" BOOLEAN NOT NULL DEFAULT false,
    "shared" BOOLEAN NOT NULL DEFAULT false,
    "newId" TEXT NOT NULL,
    "name" TEXT,
    "creditCode" TEXT,
    "enterpriseKind" TEXT,
    "enterpriseStatus" TEXT,
    "taxAuthority" TEXT,
    "documentType" TEXT,
    "country" TEXT,
    "documentNumberIndex" TEXT,
    "documentNumberCipher" TEXT,
    "mobileIndex" TEXT,
    "mobileCipher" TEXT,
    "landlineCipher" TEXT,
    "role" TEXT,
    "primary" BOOLEAN,
    "department" TEXT,
    "validFrom" TEXT,
    "validTo" TEXT,
    "enterpriseId" TEXT,
    "personId" TEXT,
    "relationId" TEXT,

    PRIMARY KEY ("runId", "line"),
    CONSTRAINT "ImportRow_runId_fkey" FOREIGN KEY ("runId") REFERENCES "ImportRun" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ImportFinding" (
    "runId" TEXT NOT NULL,
    "line" INTEGER NOT NULL,
    "column" TEXT NOT NULL DEFAULT '',
    "code" TEXT NOT NULL,
    "severity" TEXT NOT NULL,
    "compared" BOOLEAN NOT NULL DEFAULT false,

    PRIMARY KEY ("runId", "line", "column", "code"),
    CONSTRAINT "ImportFinding_runId_fkey" FOREIGN KEY ("runId") REFERENCES "ImportRun" ("id") ON DELETE CASCADE ON UPDATE CASCADE
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
    "registryLandlineCipher" TEXT,
    "registryDepartment" TEXT,
    "handlerPasswordHash" TEXT,
    "handlerPasswordState" TEXT NOT NULL DEFAULT 'CHOSEN',
    "handlerPasswordExpiresAt" DATETIME,
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
INSERT INTO "new_Relation" ("createdAt", "decidedAt", "enterpriseId", "expiryWarnedAt", "frozenAt", "handlerPasswordExpiresAt", "handlerPasswordHash", "handlerPasswordState", "hiddenForEnterpriseAt", "hiddenForPersonAt", "id", "inRegistry", "lastUsedAt", "legacyOnly", "living", "passwordBound", "personId", "primary", "registryMobileCipher", "registryMobileIndex", "role", "source", "status", "succeedsId", "updatedAt", "validFrom", "validTo") SELECT "createdAt", "decidedAt", "enterpriseId", "expiryWarnedAt", "frozenAt", "handlerPasswordExpiresAt", "handlerPasswordHash", "handlerPasswordState", "hiddenForEnterpriseAt", "hiddenForPersonAt", "id", "inRegistry", "lastUsedAt", "legacyOnly", "living", "passwordBound", "personId", "primary", "registryMobileCipher", "registryMobileIndex", "role", "source", "status", "succeedsId", "updatedAt", "validFrom", "validTo" FROM "Relation";
DROP TABLE "Relation";
ALTER TABLE "new_Relation" RENAME TO "Relation";
CREATE INDEX "Relation_enterpriseId_living_status_idx" ON "Relation"("enterpriseId", "living", "status");
CREATE INDEX "Relation_living_validTo_idx" ON "Relation"("living", "validTo");
CREATE INDEX "Relation_registryMobileIndex_idx" ON "Relation"("registryMobileIndex");
CREATE UNIQUE INDEX "Relation_personId_enterpriseId_role_living_key" ON "Relation"("personId", "enterpriseId", "role", "living");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "RegistryContact_region_mobileIndex_idx" ON "RegistryContact"("region", "mobileIndex");

-- CreateIndex
CREATE INDEX "ImportRun_region_createdAt_idx" ON "ImportRun"("region", "createdAt");

-- CreateIndex
CREATE INDEX "ImportRun_status_updatedAt_idx" ON "ImportRun"("status", "updatedAt");

-- CreateIndex
CREATE INDEX "ImportRow_runId_key_line_idx" ON "ImportRow"("runId", "key", "line");

-- CreateIndex
CREATE INDEX "ImportRow_runId_enterpriseId_idx" ON "ImportRow"("runId", "enterpriseId");

-- CreateIndex
CREATE INDEX "ImportRow_runId_mobileIndex_idx" ON "ImportRow"("runId", "mobileIndex");

-- CreateIndex
CREATE INDEX "ImportRow_runId_personId_idx" ON "ImportRow"("runId", "personId");
