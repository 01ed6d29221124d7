"""Laws and examples of the figures."""
