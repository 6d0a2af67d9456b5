#!/usr/bin/env bash
# Prints the path of a Go that can build the control plane.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)

candidates() {
  command -v go || true
  ls -d /usr/local/go/bin/go "$HOME"/sdk/go*/bin/go "$HOME"/.local/go/bin/go /usr/lib/go-*/bin/go /opt/go/bin/go \
    /opt/homebrew/bin/go 2>/dev/null | sort -rV || true
}

# Asked inside the module, Go refuses if it is too old and may not fetch a newer toolchain.
is_new_enough() { (cd "$here/control-plane" && "$1" list -m >/dev/null 2>&1); }

main() {
  local wanted go all
  wanted=$(sed -n 's/^go //p' "$here/control-plane/go.mod")
  all=$(candidates)
  for go in $all; do
    if is_new_enough "$go"; then
      printf '%s\n' "$go"
      return
    fi
  done
  if [ -z "$all" ]; then
    echo "ERROR: No Go on this machine: install Go $wanted or newer (it builds the throw-away Kubernetes API server), or set KUBEBUILDER_ASSETS to a folder with etcd, kube-apiserver and kube-controller-manager." >&2
  else
    echo "ERROR: $("${all%%$'\n'*}" env GOVERSION 2>/dev/null || echo This Go) is too old: install Go $wanted or newer (it builds the throw-away Kubernetes API server)." >&2
  fi
  exit 1
}

main
