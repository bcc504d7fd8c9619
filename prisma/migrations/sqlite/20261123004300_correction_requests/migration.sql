-- CreateTable
CREATE TABLE "CorrectionRequest" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "valueCipher" TEXT NOT NULL,
    "noteCipher" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'PENDING',
    "waiting" BOOLEAN DEFAULT true,
    "requestedAt" DATETIME NOT NULL,
    "decidedById" TEXT,
    "decidedAt" DATETIME,
    "answer" TEXT,
    CONSTRAINT "CorrectionRequest_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "CorrectionRequest_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "Officer" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "CorrectionRequest_region_status_requestedAt_idx" ON "CorrectionRequest"("region", "status", "requestedAt");

-- CreateIndex
CREATE UNIQUE INDEX "CorrectionRequest_personId_kind_waiting_key" ON "CorrectionRequest"("personId", "kind", "waiting");
