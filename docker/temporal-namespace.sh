#!/bin/sh
# Waits until the cluster serves and creates our namespace; a repeat changes nothing.
set -eu

until temporal operator cluster health | grep -q SERVING; do sleep 1; done
temporal operator namespace describe --namespace "$NAMESPACE" >/dev/null 2>&1 ||
  temporal operator namespace create --namespace "$NAMESPACE" --retention "$RETENTION"
