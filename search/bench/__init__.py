"""Benchmarks as ratios, each measured side by side in one run: `make bench` (docs/benchmarks.md explains them)."""
