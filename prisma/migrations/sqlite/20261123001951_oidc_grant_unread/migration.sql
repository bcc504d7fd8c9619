-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_OidcGrant" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "clientId" TEXT NOT NULL,
    "sessionId" TEXT NOT NULL,
    "identityVersion" INTEGER NOT NULL,
    "sid" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "endedAt" DATETIME,
    "endedReason" TEXT,
    CONSTRAINT "OidcGrant_clientId_fkey" FOREIGN KEY ("clientId") REFERENCES "OidcClient" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "OidcGrant_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "LoginSession" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_OidcGrant" ("clientId", "createdAt", "endedAt", "endedReason", "id", "identityVersion", "sessionId", "sid") SELECT "clientId", "createdAt", "endedAt", "endedReason", "id", "identityVersion", "sessionId", "sid" FROM "OidcGrant";
DROP TABLE "OidcGrant";
ALTER TABLE "new_OidcGrant" RENAME TO "OidcGrant";
CREATE INDEX "OidcGrant_clientId_idx" ON "OidcGrant"("clientId");
CREATE INDEX "OidcGrant_sessionId_endedAt_idx" ON "OidcGrant"("sessionId", "endedAt");
CREATE INDEX "OidcGrant_endedAt_idx" ON "OidcGrant"("endedAt");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;
