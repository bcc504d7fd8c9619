-- AlterTable
ALTER TABLE "Relation" ADD COLUMN "handlerPasswordExpiresAt" DATETIME;
