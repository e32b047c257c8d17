/** Figures beside their aims: a line as each is found, and at the end a table to paste. */

export interface Aim {
  readonly text: string;
  readonly met: boolean;
}

export interface Report {
  /** A figure of this machine: a time, a rate, a size. */
  figure(what: string, figure: string, aim?: Aim): void;
  /** Two figures of the same run, one by the other: it holds on other machines too, so the table begins with these. */
  ratio(what: string, ratio: string, aim?: Aim): void;
}

export interface Figures {
  /** What is reported to it stands in a column of that name. */
  column(name: string): Report;
  /** In Markdown; a figure that misses its aim is bold. */
  table(): string;
}

interface Row {
  readonly what: string;
  readonly isRatio: boolean;
  readonly cells: Map<string, string>;
  aim?: string;
}

export function collectFigures(print: (line: string) => void): Figures {
  const columns: string[] = [];
  const rows = new Map<string, Row>();

  function report(column: string, isRatio: boolean) {
    return (what: string, figure: string, aim?: Aim): void => {
      print(`  ${what.padEnd(52)} ${figure}${aim ? `   aim ${aim.text}: ${aim.met ? "met" : "MISSED"}` : ""}`);
      const row: Row = rows.get(what) ?? { what, isRatio, cells: new Map() };
      rows.set(what, row);
      row.cells.set(column, aim && !aim.met ? `**${figure}**` : figure);
      if (aim) row.aim = aim.text;
    };
  }

  return {
    column(name) {
      print(`\n${name}`);
      columns.push(name);
      return { figure: report(name, false), ratio: report(name, true) };
    },

    table() {
      const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
      const inOrder = [...rows.values()].toSorted((a, b) => Number(b.isRatio) - Number(a.isRatio));
      return [
        line(["", ...columns, "aim"]),
        line(["---", ...columns.map(() => "---"), "---"]),
        ...inOrder.map(({ what, cells, aim }) =>
          line([what, ...columns.map((column) => cells.get(column) ?? ""), aim ?? ""]),
        ),
      ].join("\n");
    },
  };
}
