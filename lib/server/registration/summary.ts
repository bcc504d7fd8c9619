import "server-only";
import { maskDocumentNumber, maskEmail, maskName, maskPhone } from "@/lib/domain/masking";
import type { RegisterFlowData } from "@/lib/flows/register";
import { reveal } from "../protect";

/** What was given so far, masked: the page may be seen by whoever looks on. */
export function registrationSummary(data: RegisterFlowData) {
  const { overseas, documentType, country, name, face, details } = data;
  const contact = details && reveal("Flow.contact", details.contactCipher);
  const mask = overseas ? maskEmail : maskPhone;
  return {
    overseas,
    documentType,
    country,
    documentNumber: maskDocumentNumber(reveal("Person.documentNumber", data.documentNumberCipher)),
    name: maskName(name),
    contact: contact && mask(contact),
    username: details?.username ?? null,
    face,
  };
}
