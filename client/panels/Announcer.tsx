/** Says what just changed, for those who hear the page; the two regions take turns so that the same words are news again. */
import { useEffect, useState } from "react";
import { useLanguage, useView } from "./context.ts";
import { say } from "../strings/strings.ts";

export function Announcer() {
  const announcement = useView((state) => state.announcement);
  const language = useLanguage();
  const [turn, setTurn] = useState(0);
  useEffect(() => setTurn((before) => 1 - before), [announcement]);
  const words = announcement === null ? "" : say(language, announcement.id, announcement.values);
  return (
    <div className="heard">
      <p role="status">{turn === 0 ? words : ""}</p>
      <p role="status">{turn === 1 ? words : ""}</p>
    </div>
  );
}
