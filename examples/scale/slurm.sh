#!/bin/bash
# A collection on a Slurm cluster: sixteen shards as an array, then the files. Submit it twice:
#
#   job=$(sbatch --parsable --array=1-16 slurm.sh exports/ out)
#   sbatch --dependency=afterany:$job slurm.sh exports/ out
#
# Both folders are on a disk that all nodes share. A task that was ended too early is submitted again: what it did is there.
#SBATCH --job-name=hexapla
#SBATCH --cpus-per-task=4
#SBATCH --mem=3G
#SBATCH --time=04:00:00
#SBATCH --requeue
set -euo pipefail
exports=$1
out=$2
if [ -n "${SLURM_ARRAY_TASK_ID:-}" ]; then
  hexapla build "$exports" -o "$out" --jobs "${SLURM_CPUS_PER_TASK:-1}" --shard "$SLURM_ARRAY_TASK_ID/$SLURM_ARRAY_TASK_COUNT"
else
  hexapla merge "$out"
fi
