/** A piece of line in the pattern of a certainty. */
import type { Certainty } from "../facts/claims.ts";

const patterns: Readonly<Record<Certainty, { dashes?: string; round?: boolean }>> = {
  stated: {},
  reported: { dashes: "6.4 3.6" },
  planned: { dashes: "0 4.6", round: true },
  opinion: { dashes: "7 3.4 0.1 3.4", round: true },
};

export function LineSample({ certainty, color = "currentColor" }: { certainty: Certainty; color?: string }) {
  const { dashes, round } = patterns[certainty];
  return (
    <svg
      className="line-sample"
      viewBox="0 0 32 8"
      preserveAspectRatio="xMinYMid slice"
      width="32"
      height="8"
      aria-hidden="true"
    >
      <line
        x1="1"
        x2="31"
        y1="4"
        y2="4"
        stroke={color}
        strokeWidth={certainty === "planned" ? 2 : 1.5}
        strokeDasharray={dashes}
        strokeLinecap={round ? "round" : "butt"}
      />
    </svg>
  );
}

/** A piece of a derived line: double, and broken where it is only possible. */
export function OverlapSample({ possible }: { possible: boolean }) {
  return (
    <svg className="line-sample overlap-sample" viewBox="0 0 32 8" width="32" height="8" aria-hidden="true">
      <path
        d="M1 2.6H31M1 5.4H31"
        stroke="currentColor"
        strokeWidth="1.1"
        strokeOpacity={possible ? 0.7 : 1}
        strokeDasharray={possible ? "5.4 5.6" : undefined}
      />
    </svg>
  );
}
