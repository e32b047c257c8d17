/** Words of the one-file page around its drawing. */
import type { Language } from "../../../schema/language.ts";

export const pageWords = {
  en: {
    search: "Search",
    none: "Nothing here is called so.",
    whole: "Show all",
    closer: "Zoom in",
    farther: "Zoom out",
    close: "Close",
    drawing: "Drawing",
    languages: "Language",
    steps: "Steps",
    back: "Back",
    next: "Next",
  },
  "zh-Hant": {
    search: "搜尋",
    none: "沒有這個名稱。",
    whole: "顯示全部",
    closer: "放大",
    farther: "縮小",
    close: "關閉",
    drawing: "圖",
    languages: "語言",
    steps: "各頁",
    back: "上一頁",
    next: "下一頁",
  },
  "zh-Hans": {
    search: "搜索",
    none: "没有这个名称。",
    whole: "显示全部",
    closer: "放大",
    farther: "缩小",
    close: "关闭",
    drawing: "图",
    languages: "语言",
    steps: "各页",
    back: "上一页",
    next: "下一页",
  },
} as const satisfies Readonly<Record<Language, Record<string, string>>>;

export const ownNames = { en: "English", "zh-Hant": "繁體中文", "zh-Hans": "简体中文" } as const;
