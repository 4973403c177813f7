import type { Layer, LayerFigures, Move } from "./overview-queries";

/** From the top of the pyramid to its foot. */
export const LAYERS: Layer[] = ["top", "big", "medium", "small", "inactive", "prospect", "suspect"];

const BUYING = 4;
const HEIGHTS = [36, 40, 46, 54, 36, 26, 26];
const GAP = 3;

export type Band = { figures: LayerFigures; y: number; height: number; points: string };
export type Flow = {
  kind: "up" | "down" | "lost";
  to: Layer;
  from: Layer[];
  customers: number;
  path: string;
  labelX: number;
  labelY: number;
};

type Frame = { centre: number; half: number };

/** The layers as bands: a triangle for those who buy, flat bars for those who do not. */
export function bandsOf(layers: LayerFigures[], { centre, half }: Frame): Band[] {
  const total = HEIGHTS.slice(0, BUYING).reduce((sum, height) => sum + height + GAP, 0);
  const widthAt = (y: number) => 14 + (half - 14) * (y / total);
  let y = 0;
  return LAYERS.flatMap((layer, index): Band[] => {
    const figures = layers.find((candidate) => candidate.layer === layer);
    if (figures === undefined || (index > BUYING && figures.customers === 0)) {
      return [];
    }
    const height = HEIGHTS[index] ?? 26;
    const [top, bottom] = index < BUYING ? [widthAt(y), widthAt(y + height)] : [half - 6, half - 6];
    const points = [
      [centre - top, y],
      [centre + top, y],
      [centre + bottom, y + height],
      [centre - bottom, y + height],
    ];
    const band = { figures, y, height, points: points.map((point) => point.join(",")).join(" ") };
    y += height + GAP;
    return [band];
  });
}

/** Who rose into a layer, fell into it or was lost, since the day compared with. */
export function flowsOf(bands: Band[], migration: Move[], frame: Frame): Flow[] {
  return bands.flatMap((band, index) => {
    const rank = LAYERS.indexOf(band.figures.layer);
    const below = bands[index + 1];
    const above = bands[index - 1];
    const flows: Flow[] = [];
    if (below !== undefined && rank < BUYING - 1) {
      const moves = movesInto(band, migration, (from) => from > rank && from < BUYING);
      flows.push({ ...moves, kind: "up", ...arc(below, band, frame, 1) });
    }
    if (above !== undefined && rank > 0 && rank <= BUYING) {
      const moves = movesInto(band, migration, (from) => from < rank);
      const kind = rank === BUYING ? "lost" : "down";
      flows.push({ ...moves, kind, ...arc(above, band, frame, -1) });
    }
    return flows.filter((flow) => flow.customers > 0);
  });
}

function movesInto(band: Band, migration: Move[], isSource: (rank: number) => boolean) {
  const to = band.figures.layer;
  const moves = migration.filter((move) => {
    const rank = LAYERS.indexOf(move.from);
    return move.to === to && move.customers > 0 && rank >= 0 && isSource(rank);
  });
  const customers = moves.reduce((sum, move) => sum + move.customers, 0);
  return { to, from: moves.map((move) => move.from), customers };
}

/** An arc along one side, from the middle of one band to the middle of another. */
function arc(from: Band, to: Band, { centre }: Frame, side: 1 | -1) {
  const edge = (band: Band) => {
    const [topX, bottomX] = band.points
      .split(" ")
      .filter((_, index) => (side === 1 ? index === 1 || index === 2 : index === 0 || index === 3))
      .map((point) => Number(point.split(",")[0]));
    const middle = ((topX ?? centre) + (bottomX ?? centre)) / 2;
    return { x: middle + side * 5, y: band.y + band.height / 2 };
  };
  const start = edge(from);
  const end = edge(to);
  const outer = side === 1 ? Math.max(start.x, end.x) : Math.min(start.x, end.x);
  const bend = outer + side * 26;
  return {
    path: `M${start.x},${start.y} C${bend},${start.y} ${bend},${end.y} ${end.x},${end.y}`,
    labelX: bend - side * 4,
    labelY: (start.y + end.y) / 2,
  };
}
