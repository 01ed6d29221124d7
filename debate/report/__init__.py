"""Minutes of a debate: what was said, what moved, and how to work every figure out again."""
