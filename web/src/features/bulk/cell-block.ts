export type Block = string[][];

/**
 * The cells of a text that was copied from a spreadsheet: tabs between cells, quotes around those
 * that hold a tab, a quote or a line break themselves.
 */
export function parseBlock(text: string): Block {
  const rows: Block = [];
  let row: string[] = [];
  let cell = "";
  let isQuoted = false;
  const end = () => {
    rows.push([...row, cell]);
    row = [];
    cell = "";
  };
  for (let at = 0; at < text.length; at++) {
    const letter = text[at];
    if (isQuoted) {
      if (letter === '"' && text[at + 1] === '"') {
        cell += '"';
        at++;
      } else if (letter === '"') {
        isQuoted = false;
      } else {
        cell += letter;
      }
    } else if (letter === '"' && cell === "" && closes(text, at + 1)) {
      isQuoted = true;
    } else if (letter === "\t") {
      row.push(cell);
      cell = "";
    } else if (letter === "\n") {
      end();
    } else if (letter !== "\r") {
      cell += letter;
    }
  }
  if (cell !== "" || row.length > 0) {
    end();
  }
  return rows;
}

/** Whether a quote that opens a cell is closed before the next cell: else it is just a quote. */
function closes(text: string, from: number): boolean {
  return /^(?:[^"]|"")*"(?:\t|\r?\n|$)/.test(text.slice(from));
}
