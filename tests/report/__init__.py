"""Minutes and readings."""
