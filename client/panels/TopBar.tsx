/** The bar across the top: the mark, the search box, the languages and the theme. */
import { type Language, languages } from "../../schema/language.ts";
import { useExplorer, useLanguage, useSay, useView } from "./context.ts";
import { Mark, ThemeIcon } from "./Icon.tsx";
import { SearchBox } from "./SearchBox.tsx";

/** Each language calls itself by its own name, whatever the interface speaks. */
const ownNames: Readonly<Record<Language, { short: string; long: string }>> = {
  en: { short: "EN", long: "English" },
  "zh-Hant": { short: "繁", long: "繁體中文" },
  "zh-Hans": { short: "简", long: "简体中文" },
};

function LanguageChoice() {
  const explorer = useExplorer();
  const chosen = useLanguage();
  const say = useSay();
  return (
    <fieldset className="languages" aria-label={say("language.label")}>
      {languages.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-label={ownNames[language].long}
          aria-pressed={language === chosen}
          title={ownNames[language].long}
          onClick={() => explorer.setLanguage(language)}
        >
          {ownNames[language].short}
        </button>
      ))}
    </fieldset>
  );
}

function ThemeChoice() {
  const explorer = useExplorer();
  const theme = useView((state) => state.theme);
  const say = useSay();
  const label = say(theme === "light" ? "theme.toDark" : "theme.toLight");
  return (
    <button
      type="button"
      className="bare"
      aria-label={label}
      title={label}
      onClick={() => explorer.setTheme(theme === "light" ? "dark" : "light")}
    >
      <ThemeIcon />
    </button>
  );
}

export function TopBar() {
  const busy = useView((state) => state.busy);
  const say = useSay();
  return (
    <header className="top-bar" data-busy={busy}>
      <a className="brand" href="/" aria-label={say("product.name")}>
        <Mark />
        <span lang="en">Alumnigraph</span>
      </a>
      <SearchBox />
      <div className="choices">
        <LanguageChoice />
        <ThemeChoice />
      </div>
    </header>
  );
}
