-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "EnterpriseKind" AS ENUM ('ENTERPRISE', 'AGENCY', 'SOCIAL_INSURANCE_ONLY');

-- CreateEnum
CREATE TYPE "EnterpriseStatus" AS ENUM ('UNCONFIRMED', 'ACTIVE', 'CLOSED');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('LEGAL_REPRESENTATIVE', 'FINANCE_MANAGER', 'TAX_HANDLER', 'INVOICE_CLERK', 'TAX_AGENT');

-- CreateEnum
CREATE TYPE "RelationStatus" AS ENUM ('REGISTERED', 'PENDING_PERSON', 'PENDING_ENTERPRISE', 'ACTIVE', 'REJECTED', 'WITHDRAWN', 'EXPIRED', 'REMOVED');

-- CreateEnum
CREATE TYPE "RelationSource" AS ENUM ('REGISTRY', 'AUTHORIZATION', 'APPLICATION', 'ENTERPRISE_USER_REGISTRATION', 'LEGACY');

-- CreateEnum
CREATE TYPE "AgreementStatus" AS ENUM ('PENDING_CLIENT', 'ACTIVE', 'EXPIRED', 'TERMINATED', 'VOID');

-- CreateEnum
CREATE TYPE "ProjectKind" AS ENUM ('REPORT', 'PROPERTY_SOURCE');

-- CreateEnum
CREATE TYPE "ProjectStatus" AS ENUM ('PENDING', 'ACTIVE', 'CLOSED');

-- CreateEnum
CREATE TYPE "OfficerRole" AS ENUM ('COUNTER', 'SUPERVISOR', 'AUDITOR');

-- CreateEnum
CREATE TYPE "MessageChannel" AS ENUM ('SMS', 'EMAIL');

-- CreateEnum
CREATE TYPE "OutboundMessageStatus" AS ENUM ('ACCEPTED', 'REFUSED', 'DELAYED', 'DELIVERED');

-- CreateEnum
CREATE TYPE "AnnouncementStatus" AS ENUM ('DRAFT', 'SCHEDULED', 'PUBLISHED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "DocumentType" AS ENUM ('RESIDENT_ID', 'HK_MO_TRAVEL_PERMIT', 'TW_TRAVEL_PERMIT', 'CN_PASSPORT', 'FOREIGN_PERMANENT_RESIDENT', 'HK_MO_RESIDENCE_PERMIT', 'TW_RESIDENCE_PERMIT', 'FOREIGN_PASSPORT', 'FOREIGN_WORK_PERMIT_A', 'FOREIGN_WORK_PERMIT_B', 'FOREIGN_WORK_PERMIT_C', 'OTHER');

-- CreateEnum
CREATE TYPE "AccountStatus" AS ENUM ('ACTIVE', 'CLOSED', 'INVALID');

-- CreateEnum
CREATE TYPE "PasswordState" AS ENUM ('CHOSEN', 'INITIAL');

-- CreateEnum
CREATE TYPE "AuthenticationMethod" AS ENUM ('PASSWORD', 'SMS', 'EMAIL', 'FACE');

-- CreateEnum
CREATE TYPE "CollectionChannel" AS ENUM ('HALL', 'APP', 'AUTHORITY');

-- CreateEnum
CREATE TYPE "FlowKind" AS ENUM ('LOGIN', 'REGISTER', 'OVERSEAS_REGISTER', 'FORGOT_PASSWORD', 'FIND_PHONE', 'LEGACY_LOGIN');

-- CreateEnum
CREATE TYPE "Entry" AS ENUM ('PERSON', 'ENTERPRISE', 'AGENCY', 'SPECIFIC');

-- CreateEnum
CREATE TYPE "Instance" AS ENUM ('PORTAL', 'APP', 'HALL');

-- CreateEnum
CREATE TYPE "VerificationMethod" AS ENUM ('SMS', 'EMAIL', 'FACE', 'CERTIFICATE');

-- CreateEnum
CREATE TYPE "VerificationPurpose" AS ENUM ('LOGIN', 'REGISTER', 'FORGOT_PASSWORD', 'FIND_PHONE', 'ADD_PHONE', 'CLOSE_ACCOUNT', 'REAL_NAME', 'STEP_UP', 'HALL_LOGIN');

-- CreateEnum
CREATE TYPE "ScanApp" AS ENUM ('TAX', 'IIT', 'LICENSE', 'ALIPAY', 'WECHAT');

-- CreateEnum
CREATE TYPE "ScanTicketStatus" AS ENUM ('CREATED', 'SCANNED', 'CONFIRMED', 'CANCELLED');

-- CreateTable
CREATE TABLE "Enterprise" (
    "id" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "kind" "EnterpriseKind" NOT NULL DEFAULT 'ENTERPRISE',
    "status" "EnterpriseStatus" NOT NULL DEFAULT 'ACTIVE',
    "name" TEXT NOT NULL,
    "creditCode" TEXT NOT NULL,
    "taxAuthority" TEXT NOT NULL,
    "enterprisePasswordHash" TEXT,
    "legacySetUpAt" TIMESTAMP(3),
    "confirmedAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Enterprise_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Relation" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "enterpriseId" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "primary" BOOLEAN NOT NULL DEFAULT true,
    "status" "RelationStatus" NOT NULL,
    "living" BOOLEAN,
    "source" "RelationSource" NOT NULL,
    "validFrom" TEXT,
    "validTo" TEXT,
    "frozenAt" TIMESTAMP(3),
    "inRegistry" BOOLEAN NOT NULL DEFAULT true,
    "legacyOnly" BOOLEAN NOT NULL DEFAULT false,
    "registryMobileCipher" TEXT,
    "registryMobileIndex" TEXT,
    "registryLandline" TEXT,
    "handlerPasswordHash" TEXT,
    "handlerPasswordState" "PasswordState" NOT NULL DEFAULT 'CHOSEN',
    "passwordBound" BOOLEAN NOT NULL DEFAULT false,
    "hiddenForPersonAt" TIMESTAMP(3),
    "hiddenForEnterpriseAt" TIMESTAMP(3),
    "lastUsedAt" TIMESTAMP(3),
    "decidedAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Relation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PermissionIdentity" (
    "id" TEXT NOT NULL,
    "enterpriseId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PermissionIdentity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PermissionIdentityFunction" (
    "permissionIdentityId" TEXT NOT NULL,
    "functionCode" TEXT NOT NULL,

    CONSTRAINT "PermissionIdentityFunction_pkey" PRIMARY KEY ("permissionIdentityId","functionCode")
);

-- CreateTable
CREATE TABLE "RelationPermissionIdentity" (
    "relationId" TEXT NOT NULL,
    "permissionIdentityId" TEXT NOT NULL,

    CONSTRAINT "RelationPermissionIdentity_pkey" PRIMARY KEY ("relationId","permissionIdentityId")
);

-- CreateTable
CREATE TABLE "FunctionGrant" (
    "id" TEXT NOT NULL,
    "relationId" TEXT,
    "agreementStaffId" TEXT,
    "functionCode" TEXT NOT NULL,
    "grantedById" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "FunctionGrant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AgencyStaff" (
    "id" TEXT NOT NULL,
    "agencyId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "handlerPasswordHash" TEXT,
    "filedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removedAt" TIMESTAMP(3),

    CONSTRAINT "AgencyStaff_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Agreement" (
    "id" TEXT NOT NULL,
    "agencyId" TEXT NOT NULL,
    "clientId" TEXT NOT NULL,
    "status" "AgreementStatus" NOT NULL,
    "services" TEXT NOT NULL DEFAULT '',
    "validFrom" TEXT NOT NULL,
    "validTo" TEXT NOT NULL,
    "agreementPasswordHash" TEXT,
    "recognizedAt" TIMESTAMP(3),
    "terminatedAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Agreement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AgreementStaff" (
    "id" TEXT NOT NULL,
    "agreementId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "removedAt" TIMESTAMP(3),

    CONSTRAINT "AgreementStaff_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CrossRegionProject" (
    "id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "kind" "ProjectKind" NOT NULL,
    "status" "ProjectStatus" NOT NULL DEFAULT 'ACTIVE',
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
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CrossRegionProject_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Officer" (
    "id" TEXT NOT NULL,
    "employeeNumber" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "role" "OfficerRole" NOT NULL,
    "phoneCipher" TEXT NOT NULL,
    "phoneIndex" TEXT NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "disabledAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Officer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEvent" (
    "sequence" INTEGER NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
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
    "hash" TEXT NOT NULL,

    CONSTRAINT "AuditEvent_pkey" PRIMARY KEY ("sequence")
);

-- CreateTable
CREATE TABLE "AuditHead" (
    "id" INTEGER NOT NULL,
    "sequence" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "AuditHead_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OutboundMessage" (
    "id" TEXT NOT NULL,
    "channel" "MessageChannel" NOT NULL,
    "toCipher" TEXT NOT NULL,
    "toIndex" TEXT NOT NULL,
    "purpose" "VerificationPurpose" NOT NULL,
    "textCipher" TEXT,
    "provider" TEXT NOT NULL,
    "providerReference" TEXT,
    "status" "OutboundMessageStatus" NOT NULL,
    "failure" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "OutboundMessage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Message" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "params" TEXT NOT NULL DEFAULT '{}',
    "readAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Todo" (
    "id" TEXT NOT NULL,
    "personId" TEXT,
    "enterpriseId" TEXT,
    "kind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "doneAt" TIMESTAMP(3),

    CONSTRAINT "Todo_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Reminder" (
    "id" TEXT NOT NULL,
    "enterpriseId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "params" TEXT NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Reminder_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FavouriteFunction" (
    "personId" TEXT NOT NULL,
    "functionCode" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "FavouriteFunction_pkey" PRIMARY KEY ("personId","functionCode")
);

-- CreateTable
CREATE TABLE "Announcement" (
    "id" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL DEFAULT '',
    "status" "AnnouncementStatus" NOT NULL DEFAULT 'DRAFT',
    "publishedAt" TIMESTAMP(3),
    "authorId" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Announcement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Person" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "documentType" "DocumentType" NOT NULL,
    "country" TEXT NOT NULL DEFAULT 'CN',
    "documentNumberCipher" TEXT NOT NULL,
    "documentNumberIndex" TEXT NOT NULL,
    "realNameLevel" INTEGER NOT NULL DEFAULT 0,
    "faceBeforeAdding" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Account" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "status" "AccountStatus" NOT NULL DEFAULT 'ACTIVE',
    "passwordHash" TEXT NOT NULL,
    "passwordState" "PasswordState" NOT NULL DEFAULT 'CHOSEN',
    "passwordChangedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "username" TEXT,
    "usernameKey" TEXT,
    "usernameChangedYear" INTEGER,
    "emailCipher" TEXT,
    "emailIndex" TEXT,
    "closedAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Phone" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "numberCipher" TEXT NOT NULL,
    "numberIndex" TEXT NOT NULL,
    "isDefault" BOOLEAN NOT NULL DEFAULT false,
    "verifiedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Phone_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuthenticationCounter" (
    "accountId" TEXT NOT NULL,
    "method" "AuthenticationMethod" NOT NULL,
    "day" TEXT NOT NULL,
    "failures" INTEGER NOT NULL,

    CONSTRAINT "AuthenticationCounter_pkey" PRIMARY KEY ("accountId","method")
);

-- CreateTable
CREATE TABLE "RealNameCollection" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "channel" "CollectionChannel" NOT NULL,
    "region" TEXT NOT NULL,
    "officerId" TEXT,
    "phoneCipher" TEXT,
    "phoneIndex" TEXT,
    "collectedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RealNameCollection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FaceReference" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "source" "CollectionChannel" NOT NULL,
    "templateCipher" TEXT NOT NULL,
    "photoCipher" TEXT NOT NULL,
    "consentedAt" TIMESTAMP(3) NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMP(3),

    CONSTRAINT "FaceReference_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "KnownDevice" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "deviceHash" TEXT NOT NULL,
    "firstSeenAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeenAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "KnownDevice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Flow" (
    "id" TEXT NOT NULL,
    "kind" "FlowKind" NOT NULL,
    "region" TEXT NOT NULL,
    "entry" "Entry",
    "data" TEXT NOT NULL,
    "browserHash" TEXT NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "consumedAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Flow_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Verification" (
    "id" TEXT NOT NULL,
    "flowId" TEXT NOT NULL,
    "method" "VerificationMethod" NOT NULL,
    "purpose" "VerificationPurpose" NOT NULL,
    "personId" TEXT,
    "targetCipher" TEXT,
    "targetIndex" TEXT,
    "codeHash" TEXT,
    "sentAt" TIMESTAMP(3),
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "verifiedAt" TIMESTAMP(3),
    "consumedAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ScanTicket" (
    "id" TEXT NOT NULL,
    "secretHash" TEXT NOT NULL,
    "purpose" "VerificationPurpose" NOT NULL,
    "app" "ScanApp" NOT NULL,
    "region" TEXT NOT NULL,
    "entry" "Entry",
    "flowId" TEXT,
    "browserHash" TEXT NOT NULL,
    "status" "ScanTicketStatus" NOT NULL DEFAULT 'CREATED',
    "matchingNumber" INTEGER NOT NULL,
    "personId" TEXT,
    "identity" TEXT,
    "userAgent" TEXT NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "confirmedAt" TIMESTAMP(3),
    "consumedAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ScanTicket_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LoginSession" (
    "id" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "instance" "Instance" NOT NULL,
    "personId" TEXT,
    "officerId" TEXT,
    "region" TEXT NOT NULL,
    "entry" "Entry",
    "relationId" TEXT,
    "agreementStaffId" TEXT,
    "projectId" TEXT,
    "identityVersion" INTEGER NOT NULL DEFAULT 1,
    "proofs" TEXT NOT NULL,
    "userAgent" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeenAt" TIMESTAMP(3) NOT NULL,
    "revokedAt" TIMESTAMP(3),
    "revokedReason" TEXT,

    CONSTRAINT "LoginSession_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RateLimit" (
    "key" TEXT NOT NULL,
    "startedAt" TIMESTAMP(3) NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "RateLimit_pkey" PRIMARY KEY ("key")
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
CREATE UNIQUE INDEX "Phone_personId_default_key" ON "Phone"("personId") WHERE ("isDefault" = true);

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

-- AddForeignKey
ALTER TABLE "Relation" ADD CONSTRAINT "Relation_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Relation" ADD CONSTRAINT "Relation_enterpriseId_fkey" FOREIGN KEY ("enterpriseId") REFERENCES "Enterprise"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PermissionIdentity" ADD CONSTRAINT "PermissionIdentity_enterpriseId_fkey" FOREIGN KEY ("enterpriseId") REFERENCES "Enterprise"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PermissionIdentityFunction" ADD CONSTRAINT "PermissionIdentityFunction_permissionIdentityId_fkey" FOREIGN KEY ("permissionIdentityId") REFERENCES "PermissionIdentity"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RelationPermissionIdentity" ADD CONSTRAINT "RelationPermissionIdentity_relationId_fkey" FOREIGN KEY ("relationId") REFERENCES "Relation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RelationPermissionIdentity" ADD CONSTRAINT "RelationPermissionIdentity_permissionIdentityId_fkey" FOREIGN KEY ("permissionIdentityId") REFERENCES "PermissionIdentity"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FunctionGrant" ADD CONSTRAINT "FunctionGrant_relationId_fkey" FOREIGN KEY ("relationId") REFERENCES "Relation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FunctionGrant" ADD CONSTRAINT "FunctionGrant_agreementStaffId_fkey" FOREIGN KEY ("agreementStaffId") REFERENCES "AgreementStaff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgencyStaff" ADD CONSTRAINT "AgencyStaff_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Enterprise"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgencyStaff" ADD CONSTRAINT "AgencyStaff_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Agreement" ADD CONSTRAINT "Agreement_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Enterprise"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Agreement" ADD CONSTRAINT "Agreement_clientId_fkey" FOREIGN KEY ("clientId") REFERENCES "Enterprise"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgreementStaff" ADD CONSTRAINT "AgreementStaff_agreementId_fkey" FOREIGN KEY ("agreementId") REFERENCES "Agreement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgreementStaff" ADD CONSTRAINT "AgreementStaff_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CrossRegionProject" ADD CONSTRAINT "CrossRegionProject_enterpriseId_fkey" FOREIGN KEY ("enterpriseId") REFERENCES "Enterprise"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Message" ADD CONSTRAINT "Message_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Todo" ADD CONSTRAINT "Todo_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Todo" ADD CONSTRAINT "Todo_enterpriseId_fkey" FOREIGN KEY ("enterpriseId") REFERENCES "Enterprise"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reminder" ADD CONSTRAINT "Reminder_enterpriseId_fkey" FOREIGN KEY ("enterpriseId") REFERENCES "Enterprise"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FavouriteFunction" ADD CONSTRAINT "FavouriteFunction_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Announcement" ADD CONSTRAINT "Announcement_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Officer"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Account" ADD CONSTRAINT "Account_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Phone" ADD CONSTRAINT "Phone_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuthenticationCounter" ADD CONSTRAINT "AuthenticationCounter_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RealNameCollection" ADD CONSTRAINT "RealNameCollection_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RealNameCollection" ADD CONSTRAINT "RealNameCollection_officerId_fkey" FOREIGN KEY ("officerId") REFERENCES "Officer"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FaceReference" ADD CONSTRAINT "FaceReference_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "KnownDevice" ADD CONSTRAINT "KnownDevice_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Verification" ADD CONSTRAINT "Verification_flowId_fkey" FOREIGN KEY ("flowId") REFERENCES "Flow"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Verification" ADD CONSTRAINT "Verification_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ScanTicket" ADD CONSTRAINT "ScanTicket_flowId_fkey" FOREIGN KEY ("flowId") REFERENCES "Flow"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ScanTicket" ADD CONSTRAINT "ScanTicket_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LoginSession" ADD CONSTRAINT "LoginSession_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LoginSession" ADD CONSTRAINT "LoginSession_officerId_fkey" FOREIGN KEY ("officerId") REFERENCES "Officer"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LoginSession" ADD CONSTRAINT "LoginSession_relationId_fkey" FOREIGN KEY ("relationId") REFERENCES "Relation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LoginSession" ADD CONSTRAINT "LoginSession_agreementStaffId_fkey" FOREIGN KEY ("agreementStaffId") REFERENCES "AgreementStaff"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LoginSession" ADD CONSTRAINT "LoginSession_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "CrossRegionProject"("id") ON DELETE SET NULL ON UPDATE CASCADE;
