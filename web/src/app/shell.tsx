import { Suspense, useState } from "react";
import { Outlet, useNavigation } from "react-router";
import { BulkTray } from "@/features/bulk";
import { Palette } from "@/features/search";
import { useIsPhone } from "@/shared/media";
import { PageSkeleton } from "@/shared/page";
import { RecordPartsContext } from "@/shared/record-parts";
import { BottomBar } from "./bottom-bar";
import { Rail } from "./rail";
import { recordParts } from "./record-parts";
import styles from "./shell.module.css";
import { TopBar } from "./top-bar";
import { useShortcuts } from "./use-shortcuts";

/** The frame around every page: rail, top bar, content, and on a phone a bottom bar. */
export function Shell() {
  const [isSearching, setSearching] = useState(false);
  const isPhone = useIsPhone();
  const isLoading = useNavigation().state === "loading";
  useShortcuts({ search: () => setSearching(true) });
  return (
    <RecordPartsContext value={recordParts}>
      <div className={styles.shell}>
        {!isPhone && <Rail />}
        <div className={styles.stage}>
          <TopBar onSearch={() => setSearching(true)} />
          {isLoading && <div className={styles.progress} />}
          <main className={styles.content} id="content">
            <Suspense fallback={<PageSkeleton />}>
              <Outlet />
            </Suspense>
          </main>
          {isPhone && <BottomBar />}
        </div>
      </div>
      <BulkTray />
      <Palette open={isSearching} onClose={() => setSearching(false)} />
    </RecordPartsContext>
  );
}
