# Sourced by the scripts that need a control plane of their own: its programs, their start on loopback, the CRDs.
# Needs say.sh and processes.sh. $etcd_port and $api_port are free ports, $state has the keys of LocalSetup.java.

prepare_programs() {
  local folder
  if [ -z "$cluster" ]; then
    src/dev/control-plane/build.sh
  fi
  folder=$(src/dev/control-plane/build.sh --folder)
  bin=$folder
  kubectl=$folder/kubectl
  [ -x "$kubectl" ] || kubectl=$(type -P kubectl) || { src/dev/control-plane/build.sh kubectl && kubectl=$folder/kubectl; }
}

start_etcd() {
  local url=http://127.0.0.1:$etcd_port
  launch etcd "$bin/etcd" --data-dir="$state/etcd" --listen-client-urls="$url" --advertise-client-urls="$url" \
    --listen-peer-urls=http://127.0.0.1:0 --unsafe-no-fsync --log-level=warn
}

start_api_server() {
  local token
  token=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
  (umask 077 && echo "$token,admin,admin,system:masters" >"$state/tokens.csv")
  launch kube-apiserver "$bin/kube-apiserver" --etcd-servers="http://127.0.0.1:$etcd_port" --bind-address=127.0.0.1 \
    --secure-port="$api_port" --cert-dir="$state/certificates" --token-auth-file="$state/tokens.csv" \
    --authorization-mode=RBAC --service-account-issuer=https://kubernetes.default.svc \
    --service-account-key-file="$state/sa.pub" --service-account-signing-key-file="$state/sa.key" \
    --service-cluster-ip-range=10.96.0.0/16,fd00:10:96::/112 --endpoint-reconciler-type=none --profiling=false
  await kube-apiserver "$(last_pid)" 120 test -s "$state/certificates/apiserver.key"
  write_kubeconfig "$token"
  await kube-apiserver "$(last_pid)" 120 kubectl get --raw /readyz
}

write_kubeconfig() {
  (umask 077 && cat >"$state/kubeconfig") <<END
apiVersion: v1
kind: Config
clusters: [{name: zonewright, cluster: {server: "https://127.0.0.1:$api_port", certificate-authority: "$state/certificates/apiserver.crt"}}]
users: [{name: admin, user: {token: "$1"}}]
contexts: [{name: zonewright, context: {cluster: zonewright, user: admin}}]
current-context: zonewright
END
}

start_controller_manager() {
  if [ ! -x "$bin/kube-controller-manager" ]; then
    hint "There is no kube-controller-manager in $bin: namespaces will not finish deleting."
    return
  fi
  launch kube-controller-manager "$bin/kube-controller-manager" --kubeconfig="$state/kubeconfig" \
    --bind-address=127.0.0.1 --secure-port=0 --leader-elect=false \
    --service-account-private-key-file="$state/sa.key" --root-ca-file="$state/certificates/apiserver.crt"
}

start_control_plane() {
  say "Starting etcd, kube-apiserver and kube-controller-manager on 127.0.0.1"
  kubeconfig=$state/kubeconfig
  start_etcd
  start_api_server
  start_controller_manager
}

kubectl() { "$kubectl" --kubeconfig="$kubeconfig" "$@"; }

install_crds() {
  say "Installing the CRDs"
  kubectl apply --server-side --force-conflicts -f crds/ >"$state/crds.log" 2>&1 || fail "The CRDs were refused."
  kubectl wait --for=condition=Established --timeout=60s -f crds/ >>"$state/crds.log" 2>&1 ||
    fail "The CRDs did not become established."
}
