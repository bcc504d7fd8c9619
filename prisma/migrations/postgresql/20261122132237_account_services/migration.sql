-- CreateEnum
CREATE TYPE "FilingKind" AS ENUM ('NEW_TAXPAYER', 'HANDLER_CHANGE', 'AGENCY_INFORMATION', 'AGREEMENT', 'AGREEMENT_CHANGE', 'CROSS_REGION_REPORT', 'PROPERTY_SOURCE');

-- CreateEnum
CREATE TYPE "FilingStatus" AS ENUM ('DRAFT', 'PENDING', 'EFFECTIVE', 'REJECTED', 'WITHDRAWN', 'VOID');

-- AlterEnum
ALTER TYPE "PasswordState" ADD VALUE 'RESET_REQUIRED';

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "FlowKind" ADD VALUE 'ADD_PHONE';
ALTER TYPE "FlowKind" ADD VALUE 'CHANGE_PASSWORD';
ALTER TYPE "FlowKind" ADD VALUE 'CLOSE_ACCOUNT';

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "VerificationPurpose" ADD VALUE 'CHANGE_PASSWORD';
ALTER TYPE "VerificationPurpose" ADD VALUE 'NOTICE';

-- DropForeignKey
ALTER TABLE "FaceReference" DROP CONSTRAINT "FaceReference_personId_fkey";

-- DropForeignKey
ALTER TABLE "FaceCheck" DROP CONSTRAINT "FaceCheck_personId_fkey";

-- AlterTable
ALTER TABLE "Relation" ADD COLUMN     "expiryWarnedAt" TIMESTAMP(3),
ADD COLUMN     "succeedsId" TEXT;

-- AlterTable
ALTER TABLE "AgreementStaff" ADD COLUMN     "lastUsedAt" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "Message" ADD COLUMN     "reportHash" TEXT;

-- AlterTable
ALTER TABLE "FaceReference" ADD COLUMN     "flowId" TEXT,
ALTER COLUMN "personId" DROP NOT NULL;

-- AlterTable
ALTER TABLE "FaceCheck" ADD COLUMN     "flowId" TEXT,
ALTER COLUMN "personId" DROP NOT NULL;

-- AlterTable
ALTER TABLE "LoginSession" ADD COLUMN     "deviceHash" TEXT,
ADD COLUMN     "place" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "Filing" (
    "id" TEXT NOT NULL,
    "number" TEXT,
    "kind" "FilingKind" NOT NULL,
    "status" "FilingStatus" NOT NULL DEFAULT 'DRAFT',
    "region" TEXT NOT NULL,
    "enterpriseId" TEXT NOT NULL,
    "filedById" TEXT NOT NULL,
    "data" TEXT NOT NULL,
    "subjectId" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "submittedAt" TIMESTAMP(3),
    "decidedAt" TIMESTAMP(3),
    "decidedById" TEXT,
    "reason" TEXT,

    CONSTRAINT "Filing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Incident" (
    "id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "messageId" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closedAt" TIMESTAMP(3),

    CONSTRAINT "Incident_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FavouriteIdentity" (
    "personId" TEXT NOT NULL,
    "identity" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "FavouriteIdentity_pkey" PRIMARY KEY ("personId","identity")
);

-- CreateIndex
CREATE UNIQUE INDEX "Filing_number_key" ON "Filing"("number");

-- CreateIndex
CREATE INDEX "Filing_enterpriseId_createdAt_idx" ON "Filing"("enterpriseId", "createdAt");

-- CreateIndex
CREATE INDEX "Filing_region_status_submittedAt_idx" ON "Filing"("region", "status", "submittedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Incident_number_key" ON "Incident"("number");

-- CreateIndex
CREATE INDEX "Incident_personId_idx" ON "Incident"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Incident_messageId_key" ON "Incident"("messageId");

-- CreateIndex
CREATE UNIQUE INDEX "Message_reportHash_key" ON "Message"("reportHash");

-- CreateIndex
CREATE INDEX "Message_personId_readAt_idx" ON "Message"("personId", "readAt");

-- CreateIndex
CREATE UNIQUE INDEX "FaceReference_flowId_key" ON "FaceReference"("flowId");

-- AddForeignKey
ALTER TABLE "Relation" ADD CONSTRAINT "Relation_succeedsId_fkey" FOREIGN KEY ("succeedsId") REFERENCES "Relation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Filing" ADD CONSTRAINT "Filing_enterpriseId_fkey" FOREIGN KEY ("enterpriseId") REFERENCES "Enterprise"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Filing" ADD CONSTRAINT "Filing_filedById_fkey" FOREIGN KEY ("filedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Filing" ADD CONSTRAINT "Filing_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "Officer"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Incident" ADD CONSTRAINT "Incident_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Incident" ADD CONSTRAINT "Incident_messageId_fkey" FOREIGN KEY ("messageId") REFERENCES "Message"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FavouriteIdentity" ADD CONSTRAINT "FavouriteIdentity_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FaceReference" ADD CONSTRAINT "FaceReference_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FaceCheck" ADD CONSTRAINT "FaceCheck_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
