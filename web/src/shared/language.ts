export type Language = "zh-CN" | "en";

let switcher: (language: Language) => Promise<void> = async () => undefined;

/** The application tells how a language is loaded; features only ask for the switch. */
export function onSwitchLanguage(next: (language: Language) => Promise<void>): void {
  switcher = next;
}

export function switchLanguage(language: Language): Promise<void> {
  return switcher(language);
}
