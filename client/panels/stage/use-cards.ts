/** Whether cards are shown beside the pointer: remembered by the browser. */
import { useCallback, useState } from "react";
import { remember, remembered } from "../../page/preferences.ts";

const key = "alumnigraph.cards";

export function useCards(): readonly [boolean, () => void] {
  const [isOn, setOn] = useState(() => remembered(window, key) !== "off");
  const turn = useCallback(() => {
    remember(window, key, isOn ? "off" : "on");
    setOn(!isOn);
  }, [isOn]);
  return [isOn, turn];
}
