"""Speed and memory: `make bench` measures and writes docs/performance.md."""
