-- DropIndex
DROP INDEX "AgreementStaff_personId_idx";

-- CreateIndex
CREATE INDEX "AgreementStaff_personId_lastUsedAt_id_idx" ON "AgreementStaff"("personId", "lastUsedAt", "id");
