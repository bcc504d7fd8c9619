-- AlterTable
ALTER TABLE "ScanTicket" ADD COLUMN "providerReference" TEXT;
