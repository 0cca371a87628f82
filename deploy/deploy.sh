#!/bin/bash
# Rolls a release out to a cluster: looks first, migrates, replaces the processes, and looks again.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

usage() {
    cat <<'TEXT'
Usage: deploy/deploy.sh [options]

  --overlay FOLDER    what to deploy, default k8s/overlays/production
  --context NAME      of kubectl, default the current one
  --timeout SECONDS   for the migrations, and again for each rollout; default 600
  --dry-run           validate, show what would change, and change nothing
  --help              show this

Steps, each of which ends the script when it fails:
  1. validate    tools, cluster, the overlay (server-side), that no image is "latest" and no value is still an example's,
                 that every Secret is there with the keys that are read
  2. migrate     the last release's migration Jobs go, this one's run, all must succeed
  3. roll out    everything else; every Deployment must become ready; one that does not is rolled back
  4. check       /health through the gateway says that every service is up

Needs kubectl 1.29 or newer, and jq.
TEXT
}

overlay=k8s/overlays/production
timeout=600
dry_run=no
kubectl=(kubectl)

fail() {
    printf 'deploy: %s\n' "$@" >&2
    exit 1
}

step() {
    printf '\n== %s\n' "$*"
}

parse() {
    while [ $# -gt 0 ]; do
        case $1 in
            --overlay | --context | --timeout) [ $# -gt 1 ] || fail "$1 needs a value. See --help" ;;
        esac
        case $1 in
            --overlay) overlay=$2; shift ;;
            --context) kubectl+=(--context "$2"); shift ;;
            --timeout) timeout=$2; shift ;;
            --dry-run) dry_run=yes ;;
            --help | -h) usage; exit 0 ;;
            *) fail "Unknown option $1. See --help" ;;
        esac
        shift
    done
    [[ $timeout =~ ^[1-9][0-9]*$ ]] || fail "--timeout is a number of seconds"
    [ -f "$overlay/kustomization.yaml" ] || fail "There is no $overlay/kustomization.yaml"
}

require() {
    command -v "$1" >/dev/null || fail "$1 is not installed"
}

# --- 1. Validate -----------------------------------------------------------------------------------------------------

# All complaints at once: who deploys repairs them in one go.
validate() {
    local complaints
    "${kubectl[@]}" kustomize "$overlay" >"$work/all.yaml" || fail "kustomize cannot build $overlay"
    # Only a way to JSON that asks no cluster.
    "${kubectl[@]}" label --local -f "$work/all.yaml" -o json posthorn.io/none- | jq -s '.' >"$work/all.json"
    namespace=$(jq -r '[.[] | select(.kind == "Namespace")][0].metadata.name // empty' "$work/all.json")
    [ -n "$namespace" ] || fail "$overlay has no Namespace"
    complaints=$(complain_about_images; complain_about_examples; complain_about_secrets)
    [ -z "$complaints" ] || fail "$overlay cannot be deployed:" "$complaints"
    "${kubectl[@]}" apply --dry-run=server -f "$work/all.yaml" >"$work/server.log" 2>&1 \
        || grep -q "namespaces \"$namespace\" not found" "$work/server.log" || fail "The cluster refuses it:" "$(<"$work/server.log")"
    printf '%s objects for the namespace %s\n' "$(jq length "$work/all.json")" "$namespace"
}

complain_about_images() {
    jq -r '[.. | objects | .image? | strings] | unique | .[] | select(test(":") | not) , select(endswith(":latest"))
        | "  image \(.) has no version"' "$work/all.json"
}

complain_about_examples() {
    jq -r '.[] | . as $object | [.. | strings | select(test("(^|[./@])example\\.(com|org)"))] | unique | .[]
        | "  \($object.kind) \($object.metadata.name) still says \(.)"' "$work/all.json"
}

complain_about_secrets() {
    local name key present
    while read -r name key; do
        present=$("${kubectl[@]}" -n "$namespace" get secret "$name" -o json 2>/dev/null \
            | jq -r --arg key "$key" '.data[$key] // empty | length') || present=
        [ "${present:-0}" -gt 0 ] || printf '  Secret %s with the key %s is missing; deploy/cluster-secrets makes it\n' "$name" "$key"
    done < <(jq -r '.. | objects | .secretKeyRef? | objects | "\(.name) \(.key)"' "$work/all.json" | sort -u)
}

# --- 2. to 4. --------------------------------------------------------------------------------------------------------

only() {
    jq "[.[] | select($1)] | {apiVersion: \"v1\", kind: \"List\", items: .}" "$work/all.json"
}

is_migration='.kind == "Job" and .metadata.labels["posthorn.io/role"] == "migration"'
is_ground='.kind == "Namespace" or .kind == "ServiceAccount" or .kind == "ConfigMap" or .kind == "NetworkPolicy" or .kind == "PersistentVolumeClaim"'

migrate() {
    only "$is_ground" | "${kubectl[@]}" apply -f -
    # What migrations need where the stores are part of the overlay.
    only '.kind == "StatefulSet" or (.kind == "Service" and .metadata.name == "postgres")' >"$work/stores.json"
    [ "$(jq '.items | length' "$work/stores.json")" = 0 ] || "${kubectl[@]}" apply -f "$work/stores.json"
    "${kubectl[@]}" -n "$namespace" delete job -l posthorn.io/role=migration --ignore-not-found --wait
    only "$is_migration" | "${kubectl[@]}" apply -f -
    if ! "${kubectl[@]}" -n "$namespace" wait job -l posthorn.io/role=migration --for=condition=complete --timeout="${timeout}s"; then
        "${kubectl[@]}" -n "$namespace" logs -l posthorn.io/role=migration --tail=20 --prefix >&2 || true
        fail "A migration did not succeed. Nothing was rolled out; the processes that run go on with the schema as it is"
    fi
}

roll_out() {
    local deployment
    only "($is_migration) | not" | "${kubectl[@]}" apply -f -
    for deployment in $(jq -r '.[] | select(.kind == "Deployment") | .metadata.name' "$work/all.json"); do
        if ! "${kubectl[@]}" -n "$namespace" rollout status "deployment/$deployment" --timeout="${timeout}s"; then
            "${kubectl[@]}" -n "$namespace" logs "deployment/$deployment" --tail=30 >&2 || true
            "${kubectl[@]}" -n "$namespace" rollout undo "deployment/$deployment" || true
            fail "$deployment did not become ready and goes back to what it was. Schemas are of the new release, which the old one can live with"
        fi
    done
}

# Asked inside the gateway's container: from outside only the ingress may come.
check_health() {
    local health
    health=$("${kubectl[@]}" -n "$namespace" exec deployment/gateway -- bash -c 'exec 3<>"/dev/tcp/127.0.0.1/$PORT"
        printf "GET /health HTTP/1.0\r\nHost: localhost\r\n\r\n" >&3
        sed "1,/^\r*$/d" <&3') || fail "The gateway does not answer /health"
    jq . <<<"$health"
    [ "$(jq -r .status <<<"$health")" = up ] || fail "Not every service is up"
}

parse "$@"
require kubectl
require jq
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
step "Validate $overlay"
validate
if [ "$dry_run" = yes ]; then
    step "What would change"
    "${kubectl[@]}" diff -f "$work/all.yaml" || [ $? -eq 1 ] || fail "The cluster cannot tell"
    printf '\nNothing was changed.\n'
    exit 0
fi
step Migrate
migrate
step "Roll out"
roll_out
step Check
check_health
printf '\nDeployed.\n'
