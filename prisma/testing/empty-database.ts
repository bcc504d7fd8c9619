/** Import for its effect: the database of this test file exists and has all tables, empty. */
import { createTestDatabase } from "@/prisma/testing/test-database";

await createTestDatabase({ url: process.env.DATABASE_URL });
