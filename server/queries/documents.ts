/** The documents that the facts were read from, and what each of them says. */
import { z } from "zod";
import type { DocumentDetail, DocumentList } from "../../schema/api.ts";
import { parseCitation } from "../../schema/fact.ts";
import type { Properties } from "../../schema/graph.ts";
import type { GraphDatabase } from "../database/database.ts";
import { NotFound } from "../errors.ts";
import { bind, Figure, Node, Relationship } from "./bind.ts";
import { getNode, getNodes } from "./nodes.ts";

const documents = bind("list-documents", {}, { id: z.string(), node: Node });
const counted = { document: z.string(), claims: z.int() };
const citingRelationships = bind("count-citing-relationships", {}, counted);
const citingObservations = bind("count-citing-observations", {}, counted);
const relationshipsIn = bind("list-document-relationships", { prefix: z.string() }, { relationship: Relationship });
const observationsIn = bind("list-document-observations", { prefix: z.string() }, { observation: Figure });

/** Every document with the number of claims that cite it. */
export async function listDocuments(database: GraphDatabase): Promise<z.infer<typeof DocumentList>> {
  const [rows, ...counts] = await Promise.all([
    documents.run(database, {}),
    citingRelationships.run(database, {}),
    citingObservations.run(database, {}),
  ]);
  const claims = new Map<string, number>();
  for (const row of counts.flat()) claims.set(row.document, (claims.get(row.document) ?? 0) + row.claims);
  return { documents: rows.map(({ id, node }) => ({ node, claims: claims.get(id) ?? 0 })) };
}

/** A document with the claims that cite it, in the order in which it tells them. */
export async function describeDocument(database: GraphDatabase, id: string): Promise<DocumentDetail> {
  const node = await getNode(database, id);
  if (!node.labels.includes("Document"))
    throw new NotFound(`${id} is not a document.`, `Ask for /api/nodes/${id}, or see the list at /api/documents.`);
  const prefix = `${id}#`;
  const [relationships, observations] = await Promise.all([
    relationshipsIn.run(database, { prefix }),
    observationsIn.run(database, { prefix }),
  ]);
  const told = {
    relationships: inOrderOf(
      id,
      relationships.map(({ relationship }) => relationship),
    ),
    observations: inOrderOf(
      id,
      observations.map(({ observation }) => observation),
    ),
  };
  const mentioned = [
    ...told.relationships.flatMap(({ start, end }) => [start, end]),
    ...told.observations.map(({ entity }) => entity),
  ];
  return { node, nodes: await getNodes(database, mentioned), ...told };
}

/** Claims by where the document first tells each. */
function inOrderOf<Claim extends { id: string; properties: Properties }>(
  document: string,
  claims: readonly Claim[],
): Claim[] {
  const place = ({ properties }: Claim) => {
    const citations = Array.isArray(properties["citations"]) ? properties["citations"] : [];
    const starts = citations
      .map((citation) => parseCitation(String(citation)))
      .filter((citation) => citation.document === document);
    return Math.min(...starts.map(({ start }) => start));
  };
  return claims
    .map((claim) => ({ claim, place: place(claim) }))
    .sort((a, b) => a.place - b.place)
    .map(({ claim }) => claim);
}
