-- CreateEnum
CREATE TYPE "FourEyesKind" AS ENUM ('UNLOCK', 'IMPORT', 'SUPERVISOR');

-- CreateEnum
CREATE TYPE "FourEyesStatus" AS ENUM ('PENDING', 'APPROVED', 'REFUSED', 'WITHDRAWN', 'EXPIRED');

-- AlterEnum
ALTER TYPE "FlowKind" ADD VALUE 'HALL_LOGIN';

-- AlterTable
ALTER TABLE "Enterprise" ADD COLUMN     "enterprisePasswordState" "PasswordState" NOT NULL DEFAULT 'CHOSEN';

-- AlterTable
ALTER TABLE "Officer" ADD COLUMN     "addedById" TEXT,
ADD COLUMN     "documentNumberIndex" TEXT,
ADD COLUMN     "setupExpiresAt" TIMESTAMP(3),
ADD COLUMN     "setupHash" TEXT,
ALTER COLUMN "passwordHash" DROP NOT NULL;

-- CreateTable
CREATE TABLE "FourEyesRequest" (
    "id" TEXT NOT NULL,
    "kind" "FourEyesKind" NOT NULL,
    "region" TEXT NOT NULL,
    "subjectKind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "payload" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "requestedById" TEXT NOT NULL,
    "requestedAt" TIMESTAMP(3) NOT NULL,
    "decidedById" TEXT,
    "decidedAt" TIMESTAMP(3),
    "status" "FourEyesStatus" NOT NULL DEFAULT 'PENDING',
    "decisionReason" TEXT,

    CONSTRAINT "FourEyesRequest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EnterpriseVoucher" (
    "id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "enterpriseId" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "issuedById" TEXT NOT NULL,
    "issuedAt" TIMESTAMP(3) NOT NULL,
    "secretCipher" TEXT,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "printedAt" TIMESTAMP(3),

    CONSTRAINT "EnterpriseVoucher_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "FourEyesRequest_region_status_requestedAt_idx" ON "FourEyesRequest"("region", "status", "requestedAt");

-- CreateIndex
CREATE INDEX "FourEyesRequest_subjectId_status_idx" ON "FourEyesRequest"("subjectId", "status");

-- CreateIndex
CREATE UNIQUE INDEX "EnterpriseVoucher_number_key" ON "EnterpriseVoucher"("number");

-- CreateIndex
CREATE INDEX "EnterpriseVoucher_enterpriseId_idx" ON "EnterpriseVoucher"("enterpriseId");

-- CreateIndex
CREATE UNIQUE INDEX "Officer_setupHash_key" ON "Officer"("setupHash");

-- CreateIndex
CREATE INDEX "Officer_region_idx" ON "Officer"("region");

-- AddForeignKey
ALTER TABLE "FourEyesRequest" ADD CONSTRAINT "FourEyesRequest_requestedById_fkey" FOREIGN KEY ("requestedById") REFERENCES "Officer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FourEyesRequest" ADD CONSTRAINT "FourEyesRequest_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "Officer"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EnterpriseVoucher" ADD CONSTRAINT "EnterpriseVoucher_enterpriseId_fkey" FOREIGN KEY ("enterpriseId") REFERENCES "Enterprise"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EnterpriseVoucher" ADD CONSTRAINT "EnterpriseVoucher_issuedById_fkey" FOREIGN KEY ("issuedById") REFERENCES "Officer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
