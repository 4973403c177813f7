# Sourced by the other scripts: finds JDK 25 and Node 24, knows where things lie and what is fresh.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
tools=$root/.tools
dist=$root/app/target/kezhi

# Chinese text and file names need a locale that knows them.
[[ ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} == *[Uu][Tt][Ff]* ]] || export LC_ALL=C.UTF-8

fail() { echo "$*" >&2; exit 1; }

is_jdk() { [[ -x $1/bin/javac ]] && grep -qs '^JAVA_VERSION="25' "$1/release"; }
find_jdk() {
  local home
  for home in "${JAVA_HOME:-}" /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/25* "$tools/jdk"; do
    if is_jdk "$home"; then echo "$home"; return; fi
  done
}
JAVA_HOME=$(find_jdk)
export JAVA_HOME PATH=$tools/node/bin:${JAVA_HOME:-$tools}/bin:$PATH

is_node() { command -v node >/dev/null && (($(node --version | tr -d v | cut -d. -f1) >= 24)); }

# The heap may take an eighth of the memory and gives back what it does not need.
memory=$(awk '/MemTotal/ {print int($2 / 1024)}' /proc/meminfo)
heap=$((memory / 8 < 384 ? 384 : memory / 8 > 4096 ? 4096 : memory / 8))
java_options=(-Xmx${heap}m -Xms64m -XX:+UseG1GC -XX:G1PeriodicGCInterval=20000
  -XX:+UseCompactObjectHeaders -XX:+ExitOnOutOfMemoryError --enable-native-access=ALL-UNNAMED)

maven() { (cd "$root" && mvn -B -q -Dstyle.color=never "$@"); }

# stamp PATH...: one hash over all files below the paths, without what tools write there.
stamp() {
  (cd "$root" && find "$@" \( -name node_modules -o -name target -o -name dist \) -prune -o -type f -print0 |
    sort -z | xargs -0 sha256sum | sha256sum | cut -c1-32)
}
# fresh NAME STAMP: was this made from these inputs?   made NAME STAMP: it is now.
fresh() { [[ $(cat "$root/target/stamps/$1" 2>/dev/null) == "$2" ]]; }
made() { mkdir -p "$root/target/stamps" && echo "$2" >"$root/target/stamps/$1"; }
