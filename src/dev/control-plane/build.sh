#!/usr/bin/env bash
# Builds etcd, kube-apiserver, kube-controller-manager and kubectl, or those that are named, into the user's cache, once.
# `build.sh --folder` only prints the folder with the programs: that of KUBEBUILDER_ASSETS, else the cache.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=../say.sh
. "$here/../say.sh"

version_of() { sed -n "s#^\(require \)\{0,1\}[[:space:]]*$1 v\([^ ]*\).*#\2#p" "$here/go.mod" | head -n 1; }
kubernetes=$(version_of k8s.io/kubernetes)
etcd=$(version_of go.etcd.io/etcd/server/v3)
cache=${XDG_CACHE_HOME:-$HOME/.cache}/zonewright/control-plane/kubernetes-$kubernetes-etcd-$etcd

has_assets() { [ -x "${KUBEBUILDER_ASSETS:-/nowhere}/etcd" ] && [ -x "$KUBEBUILDER_ASSETS/kube-apiserver" ]; }

scratch=
clean_up() {
  end_step
  [ -z "$scratch" ] || rm -rf "$scratch"
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

# Go names each package that it compiles (-v): a sign of life, and a measure.
step_detail() { printf ', %s packages compiled' "$(grep -c '^[a-z][^ ]*$' "$1" || true)"; }

# install NAME COMMAND...: builds one program in the scratch folder and moves it into the cache, whole or not at all.
install() {
  local name=$1
  shift
  [ ! -x "$cache/$name" ] || return 0
  if ! run_step "Building $name" "$scratch/$name.log" "$@"; then
    grep -v '^[a-z][^ ]*$' "$scratch/$name.log" | tail -n 20 >&2
    fail "$name did not build; what Go said stands above."
  fi
  mv "$scratch/$name" "$cache/$name"
}

# Without these values clients that read the server's version fail.
kubernetes_flags() {
  local v=k8s.io/component-base/version major minor
  IFS=. read -r major minor _ <<<"$kubernetes"
  echo "-s -w -X $v.gitVersion=v$kubernetes -X $v.gitMajor=$major -X $v.gitMinor=$minor -X $v.gitTreeState=clean"
}

# build_module NAME FLAGS PACKAGE: go.sum is complete, so nothing but what it names is ever compiled.
build_module() {
  install "$1" nice "$go" -C "$here" build -v -mod=readonly -buildvcs=false -trimpath -ldflags="$2" -o "$scratch/$1" "$3"
}

build() {
  case $1 in
    etcd) build_module etcd "-s -w" go.etcd.io/etcd/server/v3 ;;
    *) build_module "$1" "$(kubernetes_flags)" "k8s.io/kubernetes/cmd/$1" ;;
  esac
}

missing() {
  local name
  for name in "$@"; do
    [ -x "$cache/$name" ] || printf '%s ' "$name"
  done
}

main() {
  local name todo
  todo=$(missing "$@")
  [ -n "$todo" ] || return 0
  go=$("$here/../find-go.sh")
  mkdir -p "$cache"
  scratch=$(mktemp -d "$cache/.build.XXXXXX")
  say "Building ${todo% } with $("$go" env GOVERSION): about five minutes for all, once"
  for name in $todo; do
    build "$name"
  done
  say "Built into $cache"
}

if [ "${1:-}" = --folder ]; then
  if has_assets; then echo "$KUBEBUILDER_ASSETS"; else echo "$cache"; fi
elif has_assets && [ $# -eq 0 ]; then
  say "Using the control plane in KUBEBUILDER_ASSETS ($KUBEBUILDER_ASSETS)"
elif [ $# -gt 0 ]; then
  main "$@"
else
  main etcd kube-apiserver kube-controller-manager kubectl
fi
