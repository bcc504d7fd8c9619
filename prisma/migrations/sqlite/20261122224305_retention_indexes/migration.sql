-- CreateIndex
CREATE INDEX "Filing_status_updatedAt_idx" ON "Filing"("status", "updatedAt");

-- CreateIndex
CREATE INDEX "EnterpriseVoucher_expiresAt_secret_idx" ON "EnterpriseVoucher"("expiresAt") WHERE "secretCipher" IS NOT NULL;

-- CreateIndex
CREATE INDEX "OutboundMessage_createdAt_text_idx" ON "OutboundMessage"("createdAt") WHERE "textCipher" IS NOT NULL;

-- CreateIndex
CREATE INDEX "Message_createdAt_idx" ON "Message"("createdAt");

-- CreateIndex
CREATE INDEX "Todo_doneAt_idx" ON "Todo"("doneAt");

-- CreateIndex
CREATE INDEX "Reminder_createdAt_idx" ON "Reminder"("createdAt");
