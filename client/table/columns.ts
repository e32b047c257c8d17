/** The columns of the table of names and of the table of facts, by the vocabulary. Pure. */
import { daysOf, PartialDate } from "../../schema/date.ts";
import { Certainty } from "../../schema/fact.ts";
import { type GraphNode, type GraphRelationship, type Properties, mainLabel, nameOf } from "../../schema/graph.ts";
import { type Language, languages, localizedProperty } from "../../schema/language.ts";
import type { PropertyForm } from "../../schema/vocabulary.ts";
import { certaintyOf, citationsOf, citedDocuments, rivalsOf } from "../facts/claims.ts";
import type { Vocabulary } from "../store.ts";
import { formatDate } from "../strings/format.ts";
import { say } from "../strings/strings.ts";
import { wordDetails } from "../words/details.ts";
import { wordProperties } from "../words/wording.ts";
import type { Cell, CellLink, Column } from "./model.ts";

export interface Wording {
  language: Language;
  vocabulary: Vocabulary;
  /** A node by its id, where it is known. */
  nodeOf: (id: string) => GraphNode | undefined;
}

export const listMark: Record<Language, string> = { en: ", ", "zh-Hant": "、", "zh-Hans": "、" };

/** Nodes by name, each a way to it. */
export function linksCell(ids: readonly string[], { language, nodeOf }: Wording): Cell | null {
  if (ids.length === 0) return null;
  const links = ids.map((id): CellLink => {
    const node = nodeOf(id);
    return node === undefined ? { node: id, text: id, language: "en" } : { node: id, ...nameOf(node, language) };
  });
  const also = ids.flatMap((id) => nodeOf(id) ?? []).map(otherNames);
  return { text: links.map(({ text }) => text).join(listMark[language]), links, also: also.join("\n") };
}

/** Every name of a node, so that any of them finds it. */
function otherNames({ properties }: GraphNode): string {
  const names = languages.flatMap((language) => localizedProperty(properties, "name", language)?.text ?? []);
  const { aliases } = properties;
  return [...names, ...(Array.isArray(aliases) ? aliases.map(String) : [])].join("\n");
}

/** A partial date as it was given; of two that begin alike the less precise one comes first. */
export function dateCell(date: unknown, language: Language): Cell | null {
  const given = PartialDate.safeParse(date).data;
  if (given === undefined) return null;
  const { earliest, latest } = daysOf(given);
  return { text: formatDate(given, language), plain: given, order: earliest - (latest - earliest) / 1e6 };
}

export const numberCell = (value: unknown, text: string): Cell | null =>
  typeof value === "number" ? { text, plain: value, order: value } : null;

export const textCell = (text: string | null | undefined): Cell | null =>
  text === null || text === undefined || text === "" ? null : { text };

/** One column for each property that the vocabulary gives to any of these forms and that some row has. */
function propertyColumns<Row>(
  forms: ReadonlyArray<Readonly<Record<string, PropertyForm>> | undefined>,
  propertiesOf: (row: Row) => Properties,
  formsOf: (row: Row) => Readonly<Record<string, PropertyForm>> | undefined,
  { language }: Wording,
): Column<Row>[] {
  const captions = new Map<string, PropertyForm>();
  for (const form of forms)
    for (const [name, property] of Object.entries(form ?? {})) if (!captions.has(name)) captions.set(name, property);
  return [...captions].map(([name, { caption, form }]) => ({
    id: `property.${name}`,
    caption: caption[language],
    width: 150,
    isOptional: true,
    isNumeric: form === "number" || form === "money" || form === "ratio",
    cell: (row) => {
      const own = formsOf(row)?.[name];
      if (own === undefined) return null;
      const properties = propertiesOf(row);
      const value = wordProperties({ [name]: own }, properties, language)[0]?.value;
      if (value === undefined) return null;
      const raw = properties[name];
      if (own.form === "date") return dateCell(raw, language);
      return numberCell(raw, value.text) ?? { text: value.text, language: value.language };
    },
  }));
}

/** A node with how many relationships it has on screen. */
export interface NodeRow {
  id: string;
  node: GraphNode;
  relationships: number;
  /** The group that it is drawn in. */
  group?: GraphNode | undefined;
}

export function nodeColumns(rows: readonly NodeRow[], wording: Wording): Column<NodeRow>[] {
  const { language, vocabulary } = wording;
  const labels = [...new Set(rows.map(({ node }) => mainLabel(node)))];
  const others = languages.filter((each) => each !== language);
  const nameIn = (each: Language): Column<NodeRow> => ({
    id: `name.${each}`,
    caption: say(language, `table.name.${each}`),
    width: 160,
    isOptional: true,
    cell: ({ node }) => {
      const name = localizedProperty(node.properties, "name", each);
      return name?.language === each ? { text: name.text, language: each } : null;
    },
  });
  return [
    {
      id: "name",
      caption: say(language, "table.name"),
      width: 240,
      cell: ({ node }) => ({ ...nameOf(node, language), also: otherNames(node) }),
    },
    {
      id: "label",
      caption: say(language, "table.label"),
      width: 130,
      cell: ({ node }) => textCell(vocabulary.labels[mainLabel(node)]?.caption[language] ?? mainLabel(node)),
    },
    {
      id: "relationships",
      caption: say(language, "table.relationshipCount"),
      width: 110,
      isNumeric: true,
      cell: ({ relationships }) => numberCell(relationships, String(relationships)),
    },
    ...(rows.some(({ group }) => group !== undefined)
      ? [
          {
            id: "group",
            caption: say(language, "table.group"),
            width: 180,
            cell: ({ group }: NodeRow) => (group === undefined ? null : { ...nameOf(group, language) }),
          },
        ]
      : []),
    ...others.map(nameIn),
    ...propertyColumns<NodeRow>(
      labels.map((label) => vocabulary.labels[label]?.properties),
      ({ node }) => node.properties,
      ({ node }) => vocabulary.labels[mainLabel(node)]?.properties,
      wording,
    ),
    { id: "id", caption: say(language, "table.id"), width: 180, isOptional: true, cell: ({ id }) => ({ text: id }) },
  ];
}

/** The first words that tell a claim apart: a title, a role, a status. */
function detailCell({ type, properties }: GraphRelationship, { vocabulary, language }: Wording): Cell | null {
  const words = wordDetails(vocabulary.relationships[type]?.properties, properties, language);
  return words.length === 0 ? null : { text: words.join(listMark[language]) };
}

const certaintyRank = (certainty: Certainty) => Certainty.options.indexOf(certainty);

export function relationshipColumns(rows: readonly GraphRelationship[], wording: Wording): Column<GraphRelationship>[] {
  const { language, vocabulary } = wording;
  const words = (id: Parameters<typeof say>[1]) => say(language, id);
  const types = [...new Set(rows.map(({ type }) => type))];
  return [
    { id: "start", caption: words("table.start"), width: 170, cell: ({ start }) => linksCell([start], wording) },
    {
      id: "type",
      caption: words("table.type"),
      width: 150,
      cell: ({ type }) => textCell(vocabulary.relationships[type]?.caption[language] ?? type),
    },
    { id: "end", caption: words("table.end"), width: 170, cell: ({ end }) => linksCell([end], wording) },
    { id: "detail", caption: words("table.detail"), width: 220, cell: (row) => detailCell(row, wording) },
    {
      id: "from",
      caption: words("table.from"),
      width: 110,
      cell: (row) => dateCell(row.properties["start"], language),
    },
    {
      id: "until",
      caption: words("table.until"),
      width: 110,
      cell: ({ properties: { end, ongoing } }) =>
        dateCell(end, language) ?? (ongoing === true ? { text: words("date.ongoing"), order: Infinity } : null),
    },
    {
      id: "certainty",
      caption: words("table.certainty"),
      width: 110,
      cell: ({ properties }) => {
        const certainty = certaintyOf(properties);
        return { text: words(`certainty.${certainty}`), order: certaintyRank(certainty) };
      },
    },
    {
      id: "rivals",
      caption: words("table.rivals"),
      width: 100,
      cell: ({ properties }) => (rivalsOf(properties).length > 0 ? { text: words("rivals.mark") } : null),
    },
    {
      id: "sources",
      caption: words("table.sources"),
      width: 240,
      cell: ({ properties }) => linksCell(citedDocuments(citationsOf(properties)), wording),
    },
    ...propertyColumns<GraphRelationship>(
      types.map((type) => vocabulary.relationships[type]?.properties),
      ({ properties }) => properties,
      ({ type }) => vocabulary.relationships[type]?.properties,
      wording,
    ),
    { id: "id", caption: words("table.id"), width: 220, isOptional: true, cell: ({ id }) => ({ text: id }) },
  ];
}
