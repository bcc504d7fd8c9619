-- CreateEnum
CREATE TYPE "CorrectionKind" AS ENUM ('NAME', 'DOCUMENT_NUMBER', 'OTHER');

-- CreateEnum
CREATE TYPE "CorrectionStatus" AS ENUM ('PENDING', 'CORRECTED', 'REFUSED', 'WITHDRAWN');

-- CreateTable
CREATE TABLE "CorrectionRequest" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "kind" "CorrectionKind" NOT NULL,
    "valueCipher" TEXT NOT NULL,
    "noteCipher" TEXT NOT NULL,
    "status" "CorrectionStatus" NOT NULL DEFAULT 'PENDING',
    "waiting" BOOLEAN DEFAULT true,
    "requestedAt" TIMESTAMP(3) NOT NULL,
    "decidedById" TEXT,
    "decidedAt" TIMESTAMP(3),
    "answer" TEXT,

    CONSTRAINT "CorrectionRequest_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "CorrectionRequest_region_status_requestedAt_idx" ON "CorrectionRequest"("region", "status", "requestedAt");

-- CreateIndex
CREATE UNIQUE INDEX "CorrectionRequest_personId_kind_waiting_key" ON "CorrectionRequest"("personId", "kind", "waiting");

-- AddForeignKey
ALTER TABLE "CorrectionRequest" ADD CONSTRAINT "CorrectionRequest_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CorrectionRequest" ADD CONSTRAINT "CorrectionRequest_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "Officer"("id") ON DELETE SET NULL ON UPDATE CASCADE;
