/** A heading that folds what stands under it; closed, it tells how much that is and begins it. */
import type { ReactNode } from "react";
import { Count } from "../Count.tsx";

interface FoldProps {
  title: ReactNode;
  count?: number;
  /** How many there are in all, where `count` are told. */
  all?: number;
  /** A few words of what is folded away. */
  preview?: ReactNode;
  open: boolean;
  className?: string;
  children: ReactNode;
}

export function Fold({ title, count, all, preview, open, className, children }: FoldProps) {
  return (
    <details className={className === undefined ? "fold" : `fold ${className}`} open={open}>
      <summary>
        <span className="fold-title">{title}</span>
        {count === undefined ? null : <Count of={count} all={all} />}
        {preview === undefined ? null : <span className="fold-preview">{preview}</span>}
      </summary>
      {children}
    </details>
  );
}
