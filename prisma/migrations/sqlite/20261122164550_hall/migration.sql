-- CreateTable
CREATE TABLE "FourEyesRequest" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "subjectKind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "payload" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "requestedById" TEXT NOT NULL,
    "requestedAt" DATETIME NOT NULL,
    "decidedById" TEXT,
    "decidedAt" DATETIME,
    "status" TEXT NOT NULL DEFAULT 'PENDING',
    "decisionReason" TEXT,
    CONSTRAINT "FourEyesRequest_requestedById_fkey" FOREIGN KEY ("requestedById") REFERENCES "Officer" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "FourEyesRequest_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "Officer" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "EnterpriseVoucher" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "number" TEXT NOT NULL,
    "enterpriseId" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "issuedById" TEXT NOT NULL,
    "issuedAt" DATETIME NOT NULL,
    "secretCipher" TEXT,
    "expiresAt" DATETIME NOT NULL,
    "printedAt" DATETIME,
    CONSTRAINT "EnterpriseVoucher_enterpriseId_fkey" FOREIGN KEY ("enterpriseId") REFERENCES "Enterprise" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "EnterpriseVoucher_issuedById_fkey" FOREIGN KEY ("issuedById") REFERENCES "Officer" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Enterprise" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "region" TEXT NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'ENTERPRISE',
    "status" TEXT NOT NULL DEFAULT 'ACTIVE',
    "name" TEXT NOT NULL,
    "creditCode" TEXT NOT NULL,
    "taxAuthority" TEXT NOT NULL,
    "enterprisePasswordHash" TEXT,
    "enterprisePasswordState" TEXT NOT NULL DEFAULT 'CHOSEN',
    "legacySetUpAt" DATETIME,
    "confirmedAt" DATETIME,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL
);
INSERT INTO "new_Enterprise" ("confirmedAt", "createdAt", "creditCode", "enterprisePasswordHash", "id", "kind", "legacySetUpAt", "name", "region", "status", "taxAuthority", "updatedAt") SELECT "confirmedAt", "createdAt", "creditCode", "enterprisePasswordHash", "id", "kind", "legacySetUpAt", "name", "region", "status", "taxAuthority", "updatedAt" FROM "Enterprise";
DROP TABLE "Enterprise";
ALTER TABLE "new_Enterprise" RENAME TO "Enterprise";
CREATE UNIQUE INDEX "Enterprise_creditCode_key" ON "Enterprise"("creditCode");
CREATE INDEX "Enterprise_region_status_idx" ON "Enterprise"("region", "status");
CREATE TABLE "new_Officer" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "employeeNumber" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "phoneCipher" TEXT NOT NULL,
    "phoneIndex" TEXT NOT NULL,
    "documentNumberIndex" TEXT,
    "passwordHash" TEXT,
    "setupHash" TEXT,
    "setupExpiresAt" DATETIME,
    "addedById" TEXT,
    "disabledAt" DATETIME,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP
);
INSERT INTO "new_Officer" ("createdAt", "disabledAt", "employeeNumber", "id", "name", "passwordHash", "phoneCipher", "phoneIndex", "region", "role") SELECT "createdAt", "disabledAt", "employeeNumber", "id", "name", "passwordHash", "phoneCipher", "phoneIndex", "region", "role" FROM "Officer";
DROP TABLE "Officer";
ALTER TABLE "new_Officer" RENAME TO "Officer";
CREATE UNIQUE INDEX "Officer_employeeNumber_key" ON "Officer"("employeeNumber");
CREATE UNIQUE INDEX "Officer_setupHash_key" ON "Officer"("setupHash");
CREATE INDEX "Officer_region_idx" ON "Officer"("region");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "FourEyesRequest_region_status_requestedAt_idx" ON "FourEyesRequest"("region", "status", "requestedAt");

-- CreateIndex
CREATE INDEX "FourEyesRequest_subjectId_status_idx" ON "FourEyesRequest"("subjectId", "status");

-- CreateIndex
CREATE UNIQUE INDEX "EnterpriseVoucher_number_key" ON "EnterpriseVoucher"("number");

-- CreateIndex
CREATE INDEX "EnterpriseVoucher_enterpriseId_idx" ON "EnterpriseVoucher"("enterpriseId");
