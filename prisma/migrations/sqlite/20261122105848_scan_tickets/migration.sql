-- AlterTable
ALTER TABLE "LoginSession" ADD COLUMN "app" TEXT;

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_ScanTicket" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "secretHash" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "app" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "entry" TEXT,
    "flowId" TEXT,
    "browserHash" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'CREATED',
    "matchingNumber" INTEGER NOT NULL,
    "personId" TEXT,
    "sessionId" TEXT,
    "identity" TEXT,
    "userAgent" TEXT NOT NULL,
    "place" TEXT NOT NULL DEFAULT '',
    "phoneHash" TEXT,
    "scannedAt" DATETIME,
    "matchedAt" DATETIME,
    "faceCheckId" TEXT,
    "expiresAt" DATETIME NOT NULL,
    "confirmedAt" DATETIME,
    "consumedAt" DATETIME,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "ScanTicket_flowId_fkey" FOREIGN KEY ("flowId") REFERENCES "Flow" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "ScanTicket_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
INSERT INTO "new_ScanTicket" ("app", "browserHash", "confirmedAt", "consumedAt", "createdAt", "entry", "expiresAt", "flowId", "id", "identity", "matchingNumber", "personId", "purpose", "region", "secretHash", "status", "userAgent") SELECT "app", "browserHash", "confirmedAt", "consumedAt", "createdAt", "entry", "expiresAt", "flowId", "id", "identity", "matchingNumber", "personId", "purpose", "region", "secretHash", "status", "userAgent" FROM "ScanTicket";
DROP TABLE "ScanTicket";
ALTER TABLE "new_ScanTicket" RENAME TO "ScanTicket";
CREATE UNIQUE INDEX "ScanTicket_secretHash_key" ON "ScanTicket"("secretHash");
CREATE UNIQUE INDEX "ScanTicket_faceCheckId_key" ON "ScanTicket"("faceCheckId");
CREATE INDEX "ScanTicket_flowId_idx" ON "ScanTicket"("flowId");
CREATE INDEX "ScanTicket_personId_idx" ON "ScanTicket"("personId");
CREATE INDEX "ScanTicket_expiresAt_idx" ON "ScanTicket"("expiresAt");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;
