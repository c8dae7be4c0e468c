"""Speed and memory at the sample's full size: `make bench` measures and writes docs/performance.md."""
