import { BarChart, LineChart } from "echarts/charts";
import {
  AriaComponent,
  GridComponent,
  MarkLineComponent,
  MarkPointComponent,
  TooltipComponent,
} from "echarts/components";
import { type EChartsCoreOption, init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { useEffect, useEffectEvent, useRef } from "react";
import { useIsDark } from "@/shared/preferences";

use([
  AriaComponent,
  BarChart,
  GridComponent,
  LineChart,
  MarkLineComponent,
  MarkPointComponent,
  SVGRenderer,
  TooltipComponent,
]);

export type Mark = { seriesName?: string | undefined; dataIndex: number };
export type Tone = (name: string) => string;

type Props = {
  label: string;
  height: number;
  option: (tone: Tone) => EChartsCoreOption;
  onPick?: (mark: Mark) => void;
};

/** Draws with the colours of the theme and follows the width of its place. */
export function Chart({ label, height, option, onPick }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const isDark = useIsDark();
  const picked = useEffectEvent((mark: Mark) => onPick?.(mark));
  const build = useEffectEvent(() => option(themeTone));
  // biome-ignore lint/correctness/useExhaustiveDependencies: another theme means other colours
  useEffect(() => {
    const element = place.current;
    if (element === null) {
      return;
    }
    const chart = init(element, null, { renderer: "svg" });
    chart.setOption({
      animationDuration: 300,
      textStyle: { fontFamily: themeTone("font") },
      ...build(),
    });
    chart.on("click", ({ seriesName, dataIndex }) => picked({ seriesName, dataIndex }));
    const observer = new ResizeObserver(() => chart.resize());
    observer.observe(element);
    return () => {
      observer.disconnect();
      chart.dispose();
    };
  }, [isDark, label]);
  return <div ref={place} role="img" aria-label={label} style={{ height }} />;
}

/** Charts need a colour itself, not the name of a variable. */
function themeTone(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(`--kz-${name}`).trim();
}
