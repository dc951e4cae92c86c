#!/bin/sh
# Creates Temporal's two databases and brings their schemas to this release; a repeat changes nothing.
set -eu

bring_up() {
  database=$1
  folder=/etc/temporal/schema/postgresql/v12/$2/versioned
  temporal-sql-tool --db "$database" create || true
  # Without a version table there is nothing to update yet.
  temporal-sql-tool --db "$database" update-schema -d "$folder" && return
  temporal-sql-tool --db "$database" setup-schema -v 0.0
  temporal-sql-tool --db "$database" update-schema -d "$folder"
}

bring_up temporal temporal
bring_up temporal_visibility visibility
