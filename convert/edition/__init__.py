"""Articles become a dated issue: ids, hotspots, facts, jumps, and the self-check."""
