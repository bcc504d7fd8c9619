-- AlterEnum
ALTER TYPE "FlowKind" ADD VALUE 'UNLOCK';

-- AlterEnum
ALTER TYPE "VerificationPurpose" ADD VALUE 'UNLOCK';

-- AlterTable
ALTER TABLE "ScanTicket" ADD COLUMN     "faceCheckId" TEXT,
ADD COLUMN     "matchedAt" TIMESTAMP(3),
ADD COLUMN     "phoneHash" TEXT,
ADD COLUMN     "place" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "scannedAt" TIMESTAMP(3),
ADD COLUMN     "sessionId" TEXT;

-- AlterTable
ALTER TABLE "LoginSession" ADD COLUMN     "app" "ScanApp";

-- CreateIndex
CREATE UNIQUE INDEX "ScanTicket_faceCheckId_key" ON "ScanTicket"("faceCheckId");
