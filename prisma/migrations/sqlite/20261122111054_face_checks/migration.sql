-- CreateTable
CREATE TABLE "FaceCheck" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "prompts" TEXT NOT NULL,
    "withDocument" BOOLEAN NOT NULL DEFAULT false,
    "startedAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "consumedAt" DATETIME,
    "outcome" TEXT,
    CONSTRAINT "FaceCheck_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "FaceCheck_personId_idx" ON "FaceCheck"("personId");

-- CreateIndex
CREATE INDEX "FaceCheck_expiresAt_idx" ON "FaceCheck"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "FaceReference_personId_living_key" ON "FaceReference"("personId") WHERE "deletedAt" IS NULL;
