-- CreateTable
CREATE TABLE "Enterprise" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "region" TEXT NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'ENTERPRISE',
    "status" TEXT NOT NULL DEFAULT 'ACTIVE',
    "name" TEXT NOT NULL,
    "creditCode" TEXT NOT NULL,
    "taxAuthority" TEXT NOT NULL,
    "enterprisePasswordHash" TEXT,
    "legacySetUpAt" DATETIME,
    "confirmedAt" DATETIME,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Relation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "enterpriseId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "primary" BOOLEAN NOT NULL DEFAULT true,
    "status" TEXT NOT NULL,
    "living" BOOLEAN,
    "source" TEXT NOT NULL,
    "validFrom" TEXT,
    "validTo" TEXT,
    "frozenAt" DATETIME,
    "inRegistry" BOOLEAN NOT NULL DEFAULT true,
    "legacyOnly" BOOLEAN NOT NULL DEFAULT false,
    "registryMobileCipher" TEXT,
    "registryMobileIndex" TEXT,
    "registryLandline" TEXT,
    "handlerPasswordHash" TEXT,
    "handlerPasswordState" TEXT NOT NULL DEFAULT 'CHOSEN',
    "passwordBound" BOOLEAN NOT NULL DEFAULT false,
    "hiddenForPersonAt" DATETIME,
    "hiddenForEnterpriseAt" DATETIME,
    "lastUsedAt" DATETIME,
    "decidedAt" DATETIME,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "Relation_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Relation_enterpriseId_fkey" FOREIGN KEY ("enterpriseId") REFERENCES "Enterprise" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PermissionIdentity" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "enterpriseId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "PermissionIdentity_enterpriseId_fkey" FOREIGN KEY ("enterpriseId") REFERENCES "Enterprise" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PermissionIdentityFunction" (
    "permissionIdentityId" TEXT NOT NULL,
    "functionCode" TEXT NOT NULL,

    PRIMARY KEY ("permissionIdentityId", "functionCode"),
    CONSTRAINT "PermissionIdentityFunction_permissionIdentityId_fkey" FOREIGN KEY ("permissionIdentityId") REFERENCES "PermissionIdentity" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "RelationPermissionIdentity" (
    "relationId" TEXT NOT NULL,
    "permissionIdentityId" TEXT NOT NULL,

    PRIMARY KEY ("relationId", "permissionIdentityId"),
    CONSTRAINT "RelationPermissionIdentity_relationId_fkey" FOREIGN KEY ("relationId") REFERENCES "Relation" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "RelationPermissionIdentity_permissionIdentityId_fkey" FOREIGN KEY ("permissionIdentityId") REFERENCES "PermissionIdentity" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "FunctionGrant" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "relationId" TEXT,
    "agreementStaffId" TEXT,
    "functionCode" TEXT NOT NULL,
    "grantedById" TEXT,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "FunctionGrant_relationId_fkey" FOREIGN KEY ("relationId") REFERENCES "Relation" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "FunctionGrant_agreementStaffId_fkey" FOREIGN KEY ("agreementStaffId") REFERENCES "AgreementStaff" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "AgencyStaff" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "agencyId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "handlerPasswordHash" TEXT,
    "filedAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removedAt" DATETIME,
    CONSTRAINT "AgencyStaff_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Enterprise" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "AgencyStaff_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Agreement" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "agencyId" TEXT NOT NULL,
    "clientId" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "services" TEXT NOT NULL DEFAULT '',
    "validFrom" TEXT NOT NULL,
    "validTo" TEXT NOT NULL,
    "agreementPasswordHash" TEXT,
    "recognizedAt" DATETIME,
    "terminatedAt" DATETIME,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "Agreement_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Enterprise" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Agreement_clientId_fkey" FOREIGN KEY ("clientId") REFERENCES "Enterprise" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "AgreementStaff" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "agreementId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "removedAt" DATETIME,
    CONSTRAINT "AgreementStaff_agreementId_fkey" FOREIGN KEY ("agreementId") REFERENCES "Agreement" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "AgreementStaff_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CrossRegionProject" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "number" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'ACTIVE',
    "enterpriseId" TEXT NOT NULL,
    "originRegion" TEXT NOT NULL,
    "projectRegion" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "taxAuthority" TEXT NOT NULL,
    "handlerName" TEXT NOT NULL,
    "handlerPhoneCipher" TEXT NOT NULL,
    "handlerPhoneIndex" TEXT NOT NULL,
    "contactName" TEXT NOT NULL,
    "contactPhoneCipher" TEXT NOT NULL,
    "contactPhoneIndex" TEXT NOT NULL,
    "validFrom" TEXT NOT NULL,
    "validTo" TEXT,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "CrossRegionProject_enterpriseId_fkey" FOREIGN KEY ("enterpriseId") REFERENCES "Enterprise" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Officer" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "employeeNumber" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "phoneCipher" TEXT NOT NULL,
    "phoneIndex" TEXT NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "disabledAt" DATETIME,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP
);

-- CreateTable
CREATE TABLE "AuditEvent" (
    "sequence" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "at" DATETIME NOT NULL,
    "action" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "region" TEXT,
    "actorKind" TEXT NOT NULL,
    "actorId" TEXT,
    "personId" TEXT,
    "enterpriseId" TEXT,
    "agencyId" TEXT,
    "subjectKind" TEXT,
    "subjectId" TEXT,
    "detail" TEXT NOT NULL,
    "reason" TEXT,
    "previousHash" TEXT NOT NULL,
    "hash" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "AuditHead" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "sequence" INTEGER NOT NULL,
    "hash" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "OutboundMessage" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "channel" TEXT NOT NULL,
    "toCipher" TEXT NOT NULL,
    "toIndex" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "textCipher" TEXT,
    "provider" TEXT NOT NULL,
    "providerReference" TEXT,
    "status" TEXT NOT NULL,
    "failure" TEXT,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Message" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "params" TEXT NOT NULL DEFAULT '{}',
    "readAt" DATETIME,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "Message_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Todo" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT,
    "enterpriseId" TEXT,
    "kind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "doneAt" DATETIME,
    CONSTRAINT "Todo_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Todo_enterpriseId_fkey" FOREIGN KEY ("enterpriseId") REFERENCES "Enterprise" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Reminder" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "enterpriseId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "params" TEXT NOT NULL DEFAULT '{}',
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "Reminder_enterpriseId_fkey" FOREIGN KEY ("enterpriseId") REFERENCES "Enterprise" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "FavouriteFunction" (
    "personId" TEXT NOT NULL,
    "functionCode" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    PRIMARY KEY ("personId", "functionCode"),
    CONSTRAINT "FavouriteFunction_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Announcement" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "region" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL DEFAULT '',
    "status" TEXT NOT NULL DEFAULT 'DRAFT',
    "publishedAt" DATETIME,
    "authorId" TEXT,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "Announcement_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Officer" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Person" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "documentType" TEXT NOT NULL,
    "country" TEXT NOT NULL DEFAULT 'CN',
    "documentNumberCipher" TEXT NOT NULL,
    "documentNumberIndex" TEXT NOT NULL,
    "realNameLevel" INTEGER NOT NULL DEFAULT 0,
    "faceBeforeAdding" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Account" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'ACTIVE',
    "passwordHash" TEXT NOT NULL,
    "passwordState" TEXT NOT NULL DEFAULT 'CHOSEN',
    "passwordChangedAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "username" TEXT,
    "usernameKey" TEXT,
    "usernameChangedYear" INTEGER,
    "emailCipher" TEXT,
    "emailIndex" TEXT,
    "closedAt" DATETIME,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "Account_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Phone" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "numberCipher" TEXT NOT NULL,
    "numberIndex" TEXT NOT NULL,
    "isDefault" BOOLEAN NOT NULL DEFAULT false,
    "verifiedAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "Phone_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "AuthenticationCounter" (
    "accountId" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "failures" INTEGER NOT NULL,

    PRIMARY KEY ("accountId", "method"),
    CONSTRAINT "AuthenticationCounter_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "RealNameCollection" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "officerId" TEXT,
    "phoneCipher" TEXT,
    "phoneIndex" TEXT,
    "collectedAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "RealNameCollection_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "RealNameCollection_officerId_fkey" FOREIGN KEY ("officerId") REFERENCES "Officer" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "FaceReference" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "templateCipher" TEXT NOT NULL,
    "photoCipher" TEXT NOT NULL,
    "consentedAt" DATETIME NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" DATETIME,
    CONSTRAINT "FaceReference_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "KnownDevice" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "deviceHash" TEXT NOT NULL,
    "firstSeenAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeenAt" DATETIME NOT NULL,
    CONSTRAINT "KnownDevice_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Flow" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "entry" TEXT,
    "data" TEXT NOT NULL,
    "browserHash" TEXT NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "consumedAt" DATETIME,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP
);

-- CreateTable
CREATE TABLE "Verification" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "flowId" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "personId" TEXT,
    "targetCipher" TEXT,
    "targetIndex" TEXT,
    "codeHash" TEXT,
    "sentAt" DATETIME,
    "expiresAt" DATETIME NOT NULL,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "verifiedAt" DATETIME,
    "consumedAt" DATETIME,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "Verification_flowId_fkey" FOREIGN KEY ("flowId") REFERENCES "Flow" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Verification_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ScanTicket" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "secretHash" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "app" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "entry" TEXT,
    "flowId" TEXT,
    "browserHash" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'CREATED',
    "matchingNumber" INTEGER NOT NULL,
    "personId" TEXT,
    "identity" TEXT,
    "userAgent" TEXT NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "confirmedAt" DATETIME,
    "consumedAt" DATETIME,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "ScanTicket_flowId_fkey" FOREIGN KEY ("flowId") REFERENCES "Flow" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "ScanTicket_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "LoginSession" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "tokenHash" TEXT NOT NULL,
    "instance" TEXT NOT NULL,
    "personId" TEXT,
    "officerId" TEXT,
    "region" TEXT NOT NULL,
    "entry" TEXT,
    "relationId" TEXT,
    "agreementStaffId" TEXT,
    "projectId" TEXT,
    "identityVersion" INTEGER NOT NULL DEFAULT 1,
    "proofs" TEXT NOT NULL,
    "userAgent" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeenAt" DATETIME NOT NULL,
    "revokedAt" DATETIME,
    "revokedReason" TEXT,
    CONSTRAINT "LoginSession_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "LoginSession_officerId_fkey" FOREIGN KEY ("officerId") REFERENCES "Officer" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "LoginSession_relationId_fkey" FOREIGN KEY ("relationId") REFERENCES "Relation" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "LoginSession_agreementStaffId_fkey" FOREIGN KEY ("agreementStaffId") REFERENCES "AgreementStaff" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "LoginSession_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "CrossRegionProject" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "RateLimit" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "startedAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "count" INTEGER NOT NULL
);

-- CreateIndex
CREATE UNIQUE INDEX "Enterprise_creditCode_key" ON "Enterprise"("creditCode");

-- CreateIndex
CREATE INDEX "Enterprise_region_status_idx" ON "Enterprise"("region", "status");

-- CreateIndex
CREATE INDEX "Relation_enterpriseId_living_status_idx" ON "Relation"("enterpriseId", "living", "status");

-- CreateIndex
CREATE INDEX "Relation_living_validTo_idx" ON "Relation"("living", "validTo");

-- CreateIndex
CREATE UNIQUE INDEX "Relation_personId_enterpriseId_role_living_key" ON "Relation"("personId", "enterpriseId", "role", "living");

-- CreateIndex
CREATE UNIQUE INDEX "PermissionIdentity_enterpriseId_name_key" ON "PermissionIdentity"("enterpriseId", "name");

-- CreateIndex
CREATE INDEX "RelationPermissionIdentity_permissionIdentityId_idx" ON "RelationPermissionIdentity"("permissionIdentityId");

-- CreateIndex
CREATE UNIQUE INDEX "FunctionGrant_relationId_functionCode_key" ON "FunctionGrant"("relationId", "functionCode");

-- CreateIndex
CREATE UNIQUE INDEX "FunctionGrant_agreementStaffId_functionCode_key" ON "FunctionGrant"("agreementStaffId", "functionCode");

-- CreateIndex
CREATE INDEX "AgencyStaff_personId_idx" ON "AgencyStaff"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "AgencyStaff_agencyId_personId_key" ON "AgencyStaff"("agencyId", "personId");

-- CreateIndex
CREATE INDEX "Agreement_agencyId_clientId_idx" ON "Agreement"("agencyId", "clientId");

-- CreateIndex
CREATE INDEX "Agreement_clientId_idx" ON "Agreement"("clientId");

-- CreateIndex
CREATE INDEX "Agreement_status_validTo_idx" ON "Agreement"("status", "validTo");

-- CreateIndex
CREATE INDEX "AgreementStaff_personId_idx" ON "AgreementStaff"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "AgreementStaff_agreementId_personId_key" ON "AgreementStaff"("agreementId", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "CrossRegionProject_number_key" ON "CrossRegionProject"("number");

-- CreateIndex
CREATE INDEX "CrossRegionProject_enterpriseId_projectRegion_idx" ON "CrossRegionProject"("enterpriseId", "projectRegion");

-- CreateIndex
CREATE UNIQUE INDEX "Officer_employeeNumber_key" ON "Officer"("employeeNumber");

-- CreateIndex
CREATE INDEX "AuditEvent_personId_sequence_idx" ON "AuditEvent"("personId", "sequence");

-- CreateIndex
CREATE INDEX "AuditEvent_enterpriseId_sequence_idx" ON "AuditEvent"("enterpriseId", "sequence");

-- CreateIndex
CREATE INDEX "AuditEvent_region_at_idx" ON "AuditEvent"("region", "at");

-- CreateIndex
CREATE INDEX "OutboundMessage_toIndex_createdAt_idx" ON "OutboundMessage"("toIndex", "createdAt");

-- CreateIndex
CREATE INDEX "OutboundMessage_createdAt_idx" ON "OutboundMessage"("createdAt");

-- CreateIndex
CREATE INDEX "Message_personId_createdAt_idx" ON "Message"("personId", "createdAt");

-- CreateIndex
CREATE INDEX "Todo_personId_doneAt_idx" ON "Todo"("personId", "doneAt");

-- CreateIndex
CREATE INDEX "Todo_enterpriseId_doneAt_idx" ON "Todo"("enterpriseId", "doneAt");

-- CreateIndex
CREATE INDEX "Reminder_enterpriseId_createdAt_idx" ON "Reminder"("enterpriseId", "createdAt");

-- CreateIndex
CREATE INDEX "Announcement_region_status_publishedAt_idx" ON "Announcement"("region", "status", "publishedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Person_documentNumberIndex_documentType_country_key" ON "Person"("documentNumberIndex", "documentType", "country");

-- CreateIndex
CREATE UNIQUE INDEX "Account_personId_key" ON "Account"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Account_usernameKey_key" ON "Account"("usernameKey");

-- CreateIndex
CREATE UNIQUE INDEX "Account_emailIndex_key" ON "Account"("emailIndex");

-- CreateIndex
CREATE UNIQUE INDEX "Phone_numberIndex_key" ON "Phone"("numberIndex");

-- CreateIndex
CREATE INDEX "Phone_personId_idx" ON "Phone"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Phone_personId_default_key" ON "Phone"("personId") WHERE "isDefault" = true;

-- CreateIndex
CREATE INDEX "RealNameCollection_personId_idx" ON "RealNameCollection"("personId");

-- CreateIndex
CREATE INDEX "FaceReference_personId_idx" ON "FaceReference"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "KnownDevice_personId_deviceHash_key" ON "KnownDevice"("personId", "deviceHash");

-- CreateIndex
CREATE INDEX "Flow_expiresAt_idx" ON "Flow"("expiresAt");

-- CreateIndex
CREATE INDEX "Verification_personId_idx" ON "Verification"("personId");

-- CreateIndex
CREATE INDEX "Verification_expiresAt_idx" ON "Verification"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "Verification_flowId_purpose_method_key" ON "Verification"("flowId", "purpose", "method");

-- CreateIndex
CREATE UNIQUE INDEX "ScanTicket_secretHash_key" ON "ScanTicket"("secretHash");

-- CreateIndex
CREATE INDEX "ScanTicket_flowId_idx" ON "ScanTicket"("flowId");

-- CreateIndex
CREATE INDEX "ScanTicket_personId_idx" ON "ScanTicket"("personId");

-- CreateIndex
CREATE INDEX "ScanTicket_expiresAt_idx" ON "ScanTicket"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "LoginSession_tokenHash_key" ON "LoginSession"("tokenHash");

-- CreateIndex
CREATE INDEX "LoginSession_personId_revokedAt_idx" ON "LoginSession"("personId", "revokedAt");

-- CreateIndex
CREATE INDEX "LoginSession_officerId_idx" ON "LoginSession"("officerId");

-- CreateIndex
CREATE INDEX "LoginSession_relationId_idx" ON "LoginSession"("relationId");

-- CreateIndex
CREATE INDEX "LoginSession_agreementStaffId_idx" ON "LoginSession"("agreementStaffId");

-- CreateIndex
CREATE INDEX "LoginSession_projectId_idx" ON "LoginSession"("projectId");

-- CreateIndex
CREATE INDEX "LoginSession_createdAt_idx" ON "LoginSession"("createdAt");

-- CreateIndex
CREATE INDEX "RateLimit_expiresAt_idx" ON "RateLimit"("expiresAt");
