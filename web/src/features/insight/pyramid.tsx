import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useElementWidth } from "@/shared/element-width";
import { formatNumber, formatPercent } from "@/shared/format";
import { customersWhere, customersWith, useValueWords } from "./customer-links";
import type { LayerFigures, Overview } from "./overview-queries";
import styles from "./pyramid.module.css";
import { type Band, bandsOf, type Flow, flowsOf } from "./pyramid-shape";

const LABELS = 128;
const ARCS = 66;
const NARROW = 420;
const NARROW_ARCS = 54;

/** The customer pyramid: layers by width, arcs for those who changed layers. */
export function Pyramid({ data }: { data: Overview }) {
  const { t } = useTranslation();
  const [ref, width] = useElementWidth<HTMLDivElement>();
  const arcs = width < NARROW ? NARROW_ARCS : ARCS;
  const half = Math.min(160, (width - LABELS - arcs * 2) / 2);
  const frame = { centre: arcs + half, half };
  const bands = bandsOf(data.pyramid.layers, frame);
  const flows = flowsOf(bands, data.pyramid.migration, frame);
  const last = bands.at(-1);
  const height = last === undefined ? 0 : last.y + last.height + 4;
  const labelX = arcs * 2 + half * 2 + 10;
  return (
    <div ref={ref} className={styles.box}>
      {width > 0 && (
        <svg width={width} height={height}>
          <title>{t("insight.pyramid.title")}</title>
          <defs>
            {(["up", "down", "lost"] as const).map((kind) => (
              <marker
                key={kind}
                id={`arrow-${kind}`}
                className={styles[kind]}
                viewBox="0 0 8 8"
                refX="5"
                refY="4"
                markerWidth="9"
                markerHeight="9"
                markerUnits="userSpaceOnUse"
                orient="auto"
              >
                <path d="M0,0.5 L7,4 L0,7.500 Z" className={styles.head} />
              </marker>
            ))}
          </defs>
          {bands.map((band) => (
            <BandMark key={band.figures.layer} band={band} centre={frame.centre} labelX={labelX} />
          ))}
          {flows.map((flow) => (
            <FlowMark key={flow.kind + flow.to} flow={flow} />
          ))}
        </svg>
      )}
    </div>
  );
}

type BandProps = { band: Band; centre: number; labelX: number };

function BandMark({ band, centre, labelX }: BandProps) {
  const words = useValueWords();
  const note = useNote(band.figures);
  const { layer, customers } = band.figures;
  const middle = band.y + band.height / 2;
  const name = words("layer", layer);
  const isTall = band.height > 30;
  return (
    <Link to={customersWith("layer", layer)} className={styles.band}>
      <polygon points={band.points} className={styles[layer]} />
      <text x={centre} y={middle + 4.5} className={`${styles.number} ${styles[`on-${layer}`]}`}>
        {formatNumber(customers)}
      </text>
      <text x={labelX} y={isTall ? middle - 3 : middle + 4.5} className={styles.name}>
        {name}
      </text>
      {note !== "" && (
        <text
          x={isTall ? labelX : labelX + 42}
          y={isTall ? middle + 14 : middle + 4.5}
          className={styles.note}
        >
          {note}
        </text>
      )}
    </Link>
  );
}

function useNote(figures: LayerFigures): string {
  const { t } = useTranslation();
  if (figures.layer === "inactive") {
    return t("insight.pyramid.inactiveNote");
  }
  return figures.share ? t("insight.pyramid.share", { share: formatPercent(figures.share) }) : "";
}

function FlowMark({ flow }: { flow: Flow }) {
  const { t } = useTranslation();
  const words = useValueWords();
  const label = t(`insight.pyramid.${flow.kind}`, { number: formatNumber(flow.customers) });
  const target = customersWhere(
    { field: "value.layer", op: "in", value: [flow.to] },
    { field: "value.previousLayer", op: "in", value: flow.from },
  );
  const strength = 1.5 + Math.log10(flow.customers + 1) * 1.3;
  return (
    <Link
      to={target}
      className={`${styles.flow} ${styles[flow.kind]}`}
      aria-label={`${label}: ${flow.from.map((from) => words("layer", from)).join("、")} → ${words("layer", flow.to)}`}
    >
      <path d={flow.path} className={styles.hit} />
      <path
        d={flow.path}
        className={styles.arc}
        strokeWidth={strength}
        markerEnd={`url(#arrow-${flow.kind})`}
      />
      <text
        x={flow.labelX}
        y={flow.labelY + 4}
        className={flow.kind === "up" ? styles.rightLabel : styles.leftLabel}
      >
        {label}
      </text>
    </Link>
  );
}
