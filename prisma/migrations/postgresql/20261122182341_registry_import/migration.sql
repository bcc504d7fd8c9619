-- CreateEnum
CREATE TYPE "ImportKind" AS ENUM ('ENTERPRISES', 'PEOPLE', 'RELATIONS');

-- CreateEnum
CREATE TYPE "ImportStatus" AS ENUM ('WAITING_FILE', 'CHECKING', 'INVALID', 'READY', 'APPROVED', 'APPLIED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "FindingSeverity" AS ENUM ('ERROR', 'WARNING');

-- CreateEnum
CREATE TYPE "RegistryDepartment" AS ENUM ('MARKET_REGULATION', 'CIVIL_AFFAIRS', 'SOCIAL_SECURITY');

-- AlterTable
ALTER TABLE "Relation" DROP COLUMN "registryLandline",
ADD COLUMN     "registryDepartment" "RegistryDepartment",
ADD COLUMN     "registryLandlineCipher" TEXT;

-- CreateTable
CREATE TABLE "RegistryContact" (
    "personId" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "mobileCipher" TEXT,
    "mobileIndex" TEXT,
    "landlineCipher" TEXT,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "RegistryContact_pkey" PRIMARY KEY ("personId","region")
);

-- CreateTable
CREATE TABLE "ImportRun" (
    "id" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "kind" "ImportKind" NOT NULL,
    "status" "ImportStatus" NOT NULL DEFAULT 'WAITING_FILE',
    "reason" TEXT NOT NULL,
    "requestedById" TEXT NOT NULL,
    "approvedById" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "finishedAt" TIMESTAMP(3),
    "fileNumber" INTEGER NOT NULL DEFAULT 0,
    "fileBytes" INTEGER NOT NULL DEFAULT 0,
    "readBytes" INTEGER NOT NULL DEFAULT 0,
    "encoding" TEXT,
    "fileKeyCipher" TEXT,
    "leaseUntil" TIMESTAMP(3),
    "lastLine" INTEGER NOT NULL DEFAULT 0,
    "lineCount" INTEGER NOT NULL DEFAULT 0,
    "errorCount" INTEGER NOT NULL DEFAULT 0,
    "newCount" INTEGER NOT NULL DEFAULT 0,
    "knownCount" INTEGER NOT NULL DEFAULT 0,
    "skippedCount" INTEGER NOT NULL DEFAULT 0,
    "blankedCount" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "ImportRun_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ImportRow" (
    "runId" TEXT NOT NULL,
    "line" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "skipped" BOOLEAN NOT NULL DEFAULT false,
    "shared" BOOLEAN NOT NULL DEFAULT false,
    "newId" TEXT NOT NULL,
    "name" TEXT,
    "creditCode" TEXT,
    "enterpriseKind" "EnterpriseKind",
    "enterpriseStatus" "EnterpriseStatus",
    "taxAuthority" TEXT,
    "documentType" "DocumentType",
    "country" TEXT,
    "documentNumberIndex" TEXT,
    "documentNumberCipher" TEXT,
    "mobileIndex" TEXT,
    "mobileCipher" TEXT,
    "landlineCipher" TEXT,
    "role" "Role",
    "primary" BOOLEAN,
    "department" "RegistryDepartment",
    "validFrom" TEXT,
    "validTo" TEXT,
    "enterpriseId" TEXT,
    "personId" TEXT,
    "relationId" TEXT,

    CONSTRAINT "ImportRow_pkey" PRIMARY KEY ("runId","line")
);

-- CreateTable
CREATE TABLE "ImportFinding" (
    "runId" TEXT NOT NULL,
    "line" INTEGER NOT NULL,
    "column" TEXT NOT NULL DEFAULT '',
    "code" TEXT NOT NULL,
    "severity" "FindingSeverity" NOT NULL,
    "compared" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "ImportFinding_pkey" PRIMARY KEY ("runId","line","column","code")
);

-- CreateIndex
CREATE INDEX "RegistryContact_region_mobileIndex_idx" ON "RegistryContact"("region", "mobileIndex");

-- CreateIndex
CREATE INDEX "ImportRun_region_createdAt_idx" ON "ImportRun"("region", "createdAt");

-- CreateIndex
CREATE INDEX "ImportRun_status_updatedAt_idx" ON "ImportRun"("status", "updatedAt");

-- CreateIndex
CREATE INDEX "ImportRow_runId_key_line_idx" ON "ImportRow"("runId", "key", "line");

-- CreateIndex
CREATE INDEX "ImportRow_runId_enterpriseId_idx" ON "ImportRow"("runId", "enterpriseId");

-- CreateIndex
CREATE INDEX "ImportRow_runId_mobileIndex_idx" ON "ImportRow"("runId", "mobileIndex");

-- CreateIndex
CREATE INDEX "ImportRow_runId_personId_idx" ON "ImportRow"("runId", "personId");

-- CreateIndex
CREATE INDEX "Relation_registryMobileIndex_idx" ON "Relation"("registryMobileIndex");

-- AddForeignKey
ALTER TABLE "RegistryContact" ADD CONSTRAINT "RegistryContact_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportRow" ADD CONSTRAINT "ImportRow_runId_fkey" FOREIGN KEY ("runId") REFERENCES "ImportRun"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportFinding" ADD CONSTRAINT "ImportFinding_runId_fkey" FOREIGN KEY ("runId") REFERENCES "ImportRun"("id") ON DELETE CASCADE ON UPDATE CASCADE;
