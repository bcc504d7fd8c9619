-- AlterTable
ALTER TABLE "OidcGrant" DROP COLUMN "acr",
DROP COLUMN "authTime";
