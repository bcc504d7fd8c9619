/** Import for its effect: the database of this test file exists and holds the demo data (演示数据). */
import { createTestDatabase } from "@/prisma/testing/test-database";

await createTestDatabase({ demo: true, url: process.env.DATABASE_URL });
