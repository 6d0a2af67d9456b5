#!/usr/bin/env bash
# Prints the path of helm: the one of this machine, else one that it builds into the user's cache, once.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=say.sh
. "$here/say.sh"
trap end_step EXIT

version=v3.22.0
folder=${XDG_CACHE_HOME:-$HOME/.cache}/zonewright/helm-$version

# A plain `go install` leaves these out: helm would take itself for one that knows nothing after Kubernetes 1.20.
flags() {
  local helm=helm.sh/helm/v3 knows="k8sVersionMajor=1 k8sVersionMinor=36" each
  printf -- '-s -w -X %s/internal/version.version=%s' "$helm" "$version"
  for each in $knows; do
    printf -- ' -X %s/pkg/chartutil.%s -X %s/pkg/lint/rules.%s' "$helm" "$each" "$helm" "$each"
  done
}

build() {
  local go log=$folder/build.log
  go=$("$here/find-go.sh")
  mkdir -p "$folder"
  GOBIN=$folder run_step "Building helm $version: about two minutes, once" "$log" \
    nice "$go" install -trimpath -ldflags "$(flags)" "helm.sh/helm/v3/cmd/helm@$version" ||
    { tail -n 20 "$log" >&2; fail "helm did not build; what Go said stands above."; }
}

if command -v helm; then exit; fi
[ -x "$folder/helm" ] || build
echo "$folder/helm"
