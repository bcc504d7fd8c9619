-- CreateTable
CREATE TABLE "FaceCheck" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "purpose" "VerificationPurpose" NOT NULL,
    "region" TEXT NOT NULL,
    "prompts" TEXT NOT NULL,
    "withDocument" BOOLEAN NOT NULL DEFAULT false,
    "startedAt" TIMESTAMP(3) NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "consumedAt" TIMESTAMP(3),
    "outcome" TEXT,

    CONSTRAINT "FaceCheck_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "FaceCheck_personId_idx" ON "FaceCheck"("personId");

-- CreateIndex
CREATE INDEX "FaceCheck_expiresAt_idx" ON "FaceCheck"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "FaceReference_personId_living_key" ON "FaceReference"("personId") WHERE ("deletedAt" IS NULL);

-- AddForeignKey
ALTER TABLE "FaceCheck" ADD CONSTRAINT "FaceCheck_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
