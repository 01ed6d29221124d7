"""From state to sight: pure functions that make the small frozen views that widgets draw."""
