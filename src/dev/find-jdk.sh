#!/usr/bin/env bash
# Prints the home of a JDK that is new enough: JAVA_HOME if it is, else the oldest new enough one in the usual places.
set -euo pipefail
readonly wanted=25

# major HOME: prints the major version of the JDK in HOME; nothing if there is none (a JRE has no javac).
major() {
  [ -x "$1/bin/javac" ] || return 0
  if [ -r "$1/release" ]; then
    sed -n 's/^JAVA_VERSION="\(1\.\)\{0,1\}\([0-9]*\).*/\2/p' "$1/release"
  else
    "$1/bin/javac" -version 2>&1 | sed -n 's/^javac \(1\.\)\{0,1\}\([0-9]*\).*/\2/p'
  fi
}

# The home of the javac on PATH, with symbolic links followed.
on_path() {
  local javac
  javac=$(command -v javac) || return 0
  while [ -L "$javac" ]; do
    local target
    target=$(readlink "$javac")
    case $target in /*) javac=$target ;; *) javac=$(dirname "$javac")/$target ;; esac
  done
  (cd "$(dirname "$javac")/.." && pwd)
}

candidates() {
  on_path
  ls -d /usr/lib/jvm/* /usr/java/* /opt/*jdk* /opt/java/* /opt/*/*jdk* /usr/local/*jdk* "$HOME"/.sdkman/candidates/java/* \
    "$HOME"/.jdks/* "$HOME"/.local/share/mise/installs/java/* "$HOME"/.asdf/installs/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    2>/dev/null || true
}

best() {
  candidates | while read -r home; do
    version=$(major "$home")
    [ "${version:-0}" -lt $wanted ] || printf '%s %s\n' "$version" "$home"
  done | sort -n | head -n 1 | cut -d ' ' -f 2-
}

main() {
  local given found
  given=$([ -z "${JAVA_HOME:-}" ] || major "$JAVA_HOME")
  if [ "${given:-0}" -ge $wanted ]; then
    printf '%s\n' "$JAVA_HOME"
    return
  fi
  found=$(best)
  if [ -z "$found" ]; then
    echo "ERROR: No JDK $wanted or newer on this machine: install one (for instance Temurin $wanted) and set JAVA_HOME to it." >&2
    exit 1
  fi
  printf '%s\n' "$found"
}

main
