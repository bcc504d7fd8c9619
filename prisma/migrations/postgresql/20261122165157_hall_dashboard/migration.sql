-- AlterTable
ALTER TABLE "OutboundMessage" ADD COLUMN     "receiptAt" TIMESTAMP(3),
ADD COLUMN     "region" TEXT;

-- AlterTable
ALTER TABLE "Announcement" ADD COLUMN     "expiresAt" TIMESTAMP(3),
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- CreateIndex
CREATE INDEX "OutboundMessage_region_createdAt_idx" ON "OutboundMessage"("region", "createdAt");
