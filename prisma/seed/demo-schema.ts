import { z } from "zod";
import {
  AgreementStatus,
  DocumentType,
  EnterpriseKind,
  EnterpriseStatus,
  OfficerRole,
  ProjectKind,
  RelationSource,
  RelationStatus,
  Role,
} from "@/generated/sqlite/enums";

const key = z.string().regex(/^[a-z-]+$/);
const region = z.enum(["xizang", "shandong", "qingdao", "liaoning", "yunnan"]);
const phone = z.string().regex(/^\d{11}$/);
const day = z.iso.date();
/** A day, or days before or after the day of loading: "+20d". */
const dayOrOffset = z.union([day, z.string().regex(/^[+-]\d+d$/)]);

const person = z.strictObject({
  key,
  name: z.string(),
  documentType: z.enum(DocumentType),
  documentNumber: z.string(),
  country: z.string().length(2).default("CN"),
  phones: z.array(phone),
  email: z.email().toLowerCase().optional(),
  username: z.string().nullable(),
  realNameLevel: z.union([z.literal(0), z.literal(2), z.literal(3), z.literal(4)]),
  account: z.enum(["ACTIVE", "CLOSED", "INVALID", "NONE"]).default("ACTIVE"),
  passwordState: z.enum(["CHOSEN", "INITIAL"]).default("CHOSEN"),
  /** Collected at a hall (实名采集). */
  collected: z.boolean().default(true),
  note: z.string(),
});

const enterprise = z.strictObject({
  key,
  name: z.string(),
  region,
  kind: z.enum(EnterpriseKind),
  creditCode: z.string(),
  enterprisePassword: z.string().optional(),
  legacySetUp: z.boolean().default(false),
  status: z.enum(EnterpriseStatus),
  taxAuthority: z.string(),
});

const relation = z.strictObject({
  enterprise: key,
  person: key,
  role: z.enum(Role),
  primary: z.boolean().default(true),
  status: z.enum(RelationStatus),
  source: z.enum(RelationSource),
  validTo: dayOrOffset.optional(),
  frozen: z.boolean().default(false),
  inRegistry: z.boolean().default(true),
  registryMobile: phone.optional(),
  registryLandline: z.string().optional(),
  handlerPassword: z.string().optional(),
});

const permissionIdentity = z.strictObject({
  enterprise: key,
  name: z.string(),
  description: z.string(),
  functions: z.array(z.string()),
  people: z.array(key),
});

const agencyStaff = z.strictObject({
  agency: key,
  person: key,
  handlerPassword: z.string().optional(),
});

const agreement = z.strictObject({
  agency: key,
  client: key,
  handlers: z.array(key),
  validFrom: day,
  validTo: dayOrOffset,
  status: z.enum(AgreementStatus),
  agreementPassword: z.string().optional(),
});

const project = z.strictObject({
  number: z.string(),
  kind: z.enum(ProjectKind),
  enterprise: key,
  originRegion: region,
  projectRegion: region,
  name: z.string(),
  handler: z.string(),
  handlerPhone: phone,
  contact: z.string(),
  contactPhone: phone,
  taxAuthority: z.string(),
  validFrom: day,
  validTo: day.nullable(),
});

const officer = z.strictObject({
  key,
  employeeNumber: z.string().regex(/^\d{6}$/),
  name: z.string(),
  region,
  phone,
  role: z.enum(OfficerRole),
});

/** prisma/seed/demo.json: the demo people, enterprises and officers (演示数据). */
export const demoSchema = z.strictObject({
  password: z.string(),
  officerPassword: z.string(),
  persons: z.array(person),
  enterprises: z.array(enterprise),
  relations: z.array(relation),
  permissionIdentities: z.array(permissionIdentity),
  agencyStaff: z.array(agencyStaff),
  agreements: z.array(agreement),
  crossRegionProjects: z.array(project),
  officers: z.array(officer),
  announcements: z.array(z.strictObject({ region, title: z.string() })),
});

export type Demo = z.output<typeof demoSchema>;
export type DemoPerson = Demo["persons"][number];
