/** Every question that the server asks of the database; each is built of the queries in cypher/. */
export { findOverlaps, listCareers } from "./careers.ts";
export { findCommonGround } from "./common-ground.ts";
export { describeEntity, documentsOf } from "./entities.ts";
export { describeDocument, listDocuments } from "./documents.ts";
export { listFigures } from "./figures.ts";
export { countNeighbors, expandNode } from "./neighbors.ts";
export { findNames, getNode, getNodes, getObservations, getRelationships, getSubgraph } from "./nodes.ts";
export { anyPath, connectEntities, findPaths } from "./paths.ts";
export { summarizeDataset } from "./summary.ts";
export { listBackgrounds, listTies } from "./columns.ts";
export { countWhole, hasDates, type Line, listWhole, type Whole } from "./whole.ts";
