-- AlterTable
ALTER TABLE "Account" ADD COLUMN "taxAuthority" TEXT;
