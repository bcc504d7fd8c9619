-- AlterTable
ALTER TABLE "Relation" ADD COLUMN     "handlerPasswordExpiresAt" TIMESTAMP(3);
