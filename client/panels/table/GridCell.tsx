/** One cell: words, a figure, or names that lead to their nodes. */
import type { MouseEvent } from "react";
import type { Cell, CellLink } from "../../table/model.ts";
import { useExplorer, useLanguage } from "../context.ts";
import { Words } from "../Words.tsx";

function Link({ link }: { link: CellLink }) {
  const explorer = useExplorer();
  return (
    <button
      type="button"
      className="link"
      tabIndex={-1}
      onClick={(event) => {
        event.stopPropagation();
        void explorer.showNode(link.node);
      }}
    >
      <Words words={link} />
    </button>
  );
}

interface GridCellProps {
  cell: Cell | null;
  index: number;
  isNumeric: boolean;
  isActive: boolean;
  enter: () => void;
  choose: (event: MouseEvent) => void;
}

export function GridCell({ cell, index, isNumeric, isActive, enter, choose }: GridCellProps) {
  const language = useLanguage();
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the grid hears the keys of all its cells
    <div
      className={isNumeric ? "grid-cell numeric" : "grid-cell"}
      role="gridcell"
      aria-colindex={index + 1}
      tabIndex={isActive ? 0 : -1}
      title={cell?.text}
      onFocus={enter}
      onClick={choose}
    >
      {cell?.links?.map((link, at) => (
        <span key={link.node}>
          {at === 0 ? null : language === "en" ? ", " : "、"}
          <Link link={link} />
        </span>
      )) ?? (cell === null ? null : <Words words={{ text: cell.text, language: cell.language ?? language }} />)}
    </div>
  );
}
