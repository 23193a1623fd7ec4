#!/usr/bin/env bash
# The same table and the same raking here and in R's survey package, on this machine and from the same data: medians, and how near the
# numbers are. Needs Rscript with the package survey (Debian: r-cran-survey).
#   tests/Dmk.Maturity.Benchmarks/against-r.sh [RESPONDENTS]     10,000 unless said; 1,000,000 takes some minutes and 4 GB in R
set -euo pipefail
cd "$(dirname "$0")"
command -v Rscript >/dev/null || { echo "Rscript is not there. Install R with its package survey." >&2; exit 1; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
dotnet run -c Release --project . -- against-r "$folder" "${1:-10000}"
Rscript --vanilla against-r.R "$folder"
