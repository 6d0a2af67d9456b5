#!/usr/bin/env bash
# Builds etcd, kube-apiserver, kube-controller-manager and kubectl into the user's cache, once; `build.sh helm` adds helm.
# `build.sh --folder` only prints the folder with the programs: that of KUBEBUILDER_ASSETS, else the cache.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=../say.sh
. "$here/../say.sh"

version_of() { sed -n "s#^\(require \)\{0,1\}[[:space:]]*$1 v\([^ ]*\).*#\2#p" "$here/go.mod" | head -n 1; }
kubernetes=$(version_of k8s.io/kubernetes)
etcd=$(version_of go.etcd.io/etcd/server/v3)
readonly helm=3.22.0
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

# Without these values clients that read the server's version fail, and helm assumes Kubernetes 1.20.
kubernetes_flags() {
  local v=k8s.io/component-base/version major minor
  IFS=. read -r major minor _ <<<"$kubernetes"
  echo "-s -w -X $v.gitVersion=v$kubernetes -X $v.gitMajor=$major -X $v.gitMinor=$minor -X $v.gitTreeState=clean"
}

helm_flags() {
  local h=helm.sh/helm/v3 major minor
  IFS=. read -r major minor _ <<<"$kubernetes"
  echo "-s -w -X $h/internal/version.version=v$helm -X $h/pkg/chartutil.k8sVersionMajor=$major" \
    "-X $h/pkg/chartutil.k8sVersionMinor=$minor -X $h/pkg/lint/rules.k8sVersionMajor=$major" \
    "-X $h/pkg/lint/rules.k8sVersionMinor=$minor"
}

build_module() { install "$1" "$go" -C "$here" build -v -mod=readonly -buildvcs=false -trimpath -ldflags="$2" -o "$scratch/$1" "$3"; }

build_helm() {
  install helm env GOBIN="$scratch" "$go" install -v -trimpath -ldflags "$(helm_flags)" "helm.sh/helm/v3/cmd/helm@v$helm"
}

missing() {
  local name
  for name in etcd kube-apiserver kube-controller-manager kubectl "$@"; do
    [ -x "$cache/$name" ] || printf '%s ' "$name"
  done
}

main() {
  local todo
  todo=$(missing "$@")
  if [ -z "$todo" ]; then
    return
  fi
  go=$("$here/../find-go.sh")
  mkdir -p "$cache"
  scratch=$(mktemp -d "$cache/.build.XXXXXX")
  say "Building the throw-away control plane (${todo% }) with $("$go" env GOVERSION): about five minutes, once"
  build_module etcd "-s -w" go.etcd.io/etcd/server/v3
  for name in kube-apiserver kube-controller-manager kubectl; do
    build_module "$name" "$(kubernetes_flags)" "k8s.io/kubernetes/cmd/$name"
  done
  [ "${1:-}" != helm ] || build_helm
  say "The control plane is in $cache"
}

if [ "${1:-}" = --folder ]; then
  if has_assets; then echo "$KUBEBUILDER_ASSETS"; else echo "$cache"; fi
elif has_assets && [ "${1:-}" != helm ]; then
  say "Using the control plane in KUBEBUILDER_ASSETS ($KUBEBUILDER_ASSETS)"
else
  main "$@"
fi
