/** Says what just changed, for those who hear the page; two regions take turns so that the same words are news again. */
import { useSay, useView } from "./context.ts";

export function Announcer() {
  const announcement = useView((state) => state.announcement);
  const isEven = useView((state) => state.announcements % 2 === 0);
  const say = useSay();
  const words = announcement === null ? "" : say(announcement.id, announcement.values);
  return (
    <div className="heard">
      <output>{isEven ? words : ""}</output>
      <output>{isEven ? "" : words}</output>
    </div>
  );
}
